"""Bytes to text with places, text to a located tree, and edits back; the only layer that knows YAML and the disk."""
