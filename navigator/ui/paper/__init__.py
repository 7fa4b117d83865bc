"""The screen that shows a document as it will be printed."""
