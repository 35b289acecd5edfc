"""What the checks that compare a draft with its headers and with other drafts share."""
