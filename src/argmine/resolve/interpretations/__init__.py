"""Which claims say the same of a provision, and which readings exclude each other."""
