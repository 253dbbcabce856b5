from .cards import article as article
from .cards import read as read
from .cards import weigh_claims as weigh_claims
from .explore import explore_articles as explore_articles
from .figures.clauses import treaty_at_a_glance as treaty_at_a_glance
from .quizzes.view import quiz as quiz
from .tables import amendments as amendments
from .tables import articles as articles
from .tables import citations as citations
from .tables import claims as claims
from .tables import glossary as glossary
from .tables import objectives as objectives
from .tables import provisions as provisions
from .tables import sources as sources

__version__: str
