"""The engines that stand beside each other in the bench: Navigator and its peers, one module each."""
