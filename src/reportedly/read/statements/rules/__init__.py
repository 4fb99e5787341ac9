"""The rules that find statements beside the model: quotations, frames of cue verbs, fixed phrases."""
