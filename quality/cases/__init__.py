"""Whether the desk does right by inputs on which programs of this field failed: ``python -m quality.cases FOLDER``.

The folder holds the cases, each with an input under ``inputs/``; they are other people's and not in the project. Here
stands, for each case, how it is tried and what is right. A file for each part of the desk, joined in ``table``.
"""
