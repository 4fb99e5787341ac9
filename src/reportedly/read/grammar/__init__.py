"""What the parse of a text tells: its page, quotations, cue words, and where a verb or noun stands; asks no finder."""
