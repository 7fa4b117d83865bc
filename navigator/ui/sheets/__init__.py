"""Forms that fill the page: typed words are kept, saving runs on the worker."""
