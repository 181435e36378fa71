/* A document that moved: on to its new address, with the clause and the words that the old one named. */
"use strict";
{
  const target = new URL(document.getElementById("dia-chi-moi").href);
  target.search = location.search;
  target.hash = location.hash;
  location.replace(target);
}
