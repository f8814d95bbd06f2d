"""Every word and block that a person sees, once, in Chinese and English; none of them decides what is true."""
