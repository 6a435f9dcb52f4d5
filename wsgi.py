import gc

from app import create_app

app = create_app()
# what is there now stays for as long as the server runs: looking through it again and again for
# rubbish took a twentieth of the time of a search page
gc.freeze()
