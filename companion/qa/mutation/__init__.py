"""Mutation: one word, alternative or boundary of the rules' knowledge is dropped, and something has to notice."""
