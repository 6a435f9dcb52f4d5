"""What changes an enquiry, by journey."""
