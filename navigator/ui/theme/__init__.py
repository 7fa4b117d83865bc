"""The look: colours, type and sizes as data, and the one `Theme` object they are read through."""
