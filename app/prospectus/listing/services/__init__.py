"""What moves an edition: written, released, reviewed, published."""
