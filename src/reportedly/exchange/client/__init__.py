"""A desk that asks the server of another, and gives to it: through the address guard, which is handed in.

A server is taken for hostile: what it says is bounded, one that leads in circles or never ends is cut off, and a secret
goes to no other host than the one it is for.
"""
