"""Rules about attachments and proof."""
