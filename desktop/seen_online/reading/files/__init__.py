"""Documents whose readers run in a process of their own: PDF, Office, pictures, archives."""
