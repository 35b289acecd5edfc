"""What the rules about reading know: words that may rightly stand twice, and where a word is spelt."""
