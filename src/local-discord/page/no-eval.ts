import * as z from 'zod';

// The page's rules (default-src 'self') forbid code made from strings, with which zod would speed itself up. It decides when a schema is
// made: this file comes before all others.
z.config({ jitless: true });
