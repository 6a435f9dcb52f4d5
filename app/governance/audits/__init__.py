"""A board looks at itself: skills audits of its members, and questions it asks itself."""
