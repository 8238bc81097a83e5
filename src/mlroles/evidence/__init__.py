"""What is measured: figures, and what they say of the claims, the disputes and the skills."""
