"""Keeping a desk healthy over years: checked, slimmed, and what was set aside brought back."""
