"""What a person sees: the only floor, with `app`, that knows Qt."""
