"""How an entry comes into the prospectus and changes: written, released, reviewed, published."""
