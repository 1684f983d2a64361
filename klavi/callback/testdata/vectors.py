"""Writes the HMACs of vectors.json again, one pair a line: python3 vectors.py vectors.json."""
import hashlib
import hmac
import json
import sys

with open(sys.argv[1], encoding="utf-8") as f:
    made = json.load(f)
for v in made["vectors"]:
    for body in (v["body"], v["written"]):
        print(hmac.new(made["key"].encode(), body.encode(), hashlib.sha256).hexdigest())
