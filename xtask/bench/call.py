"""Places one call as the scripts of the tutorials do, with the secret in the keyring."""

import sys

import keyring
import requests

service, entry, client_id, base_url, email, number = sys.argv[1:]

secret = keyring.get_password(service, entry)
session = requests.Session()

answer = session.post(
    base_url + "/oauth/token",
    data={"grant_type": "client_credentials"},
    auth=(client_id, secret),
    timeout=10,
)
answer.raise_for_status()
session.headers["Authorization"] = "Bearer " + answer.json()["access_token"]

answer = session.post(
    base_url + "/api/v2/users/search",
    json={
        "pageSize": 2,
        "query": [{"fields": ["email"], "value": email, "type": "EXACT"}],
    },
    timeout=10,
)
answer.raise_for_status()
agent = answer.json()["results"][0]
if agent["email"].lower() != email.lower():
    sys.exit("somebody else came back")

answer = session.post(
    base_url + "/api/v2/conversations/calls/user/" + agent["id"],
    json={"phoneNumber": number},
    timeout=20,
)
answer.raise_for_status()
print(answer.json()["id"])
