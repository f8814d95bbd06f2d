"""The values everything else is about. They hold, they do not compute: no file, score or screen is known here.

Named tuples rather than frozen dataclasses: as immutable, and so much quicker to define and to fill that a command
line which starts anew for every question notices.
"""

from plancompare.model.briefs import Brief as Brief
from plancompare.model.briefs import Judge as Judge
from plancompare.model.briefs import Shelf as Shelf
from plancompare.model.briefs import brief_of as brief_of
from plancompare.model.briefs import judged as judged
from plancompare.model.briefs import shelf_of as shelf_of
from plancompare.model.codebook import GATE_COST as GATE_COST
from plancompare.model.codebook import Benchmark as Benchmark
from plancompare.model.codebook import Codebook as Codebook
from plancompare.model.codebook import Gate as Gate
from plancompare.model.codebook import Indicator as Indicator
from plancompare.model.codebook import Label as Label
from plancompare.model.codebook import Lang as Lang
from plancompare.model.codebook import Lexicon as Lexicon
from plancompare.model.codebook import Number as Number
from plancompare.model.codebook import Op as Op
from plancompare.model.codebook import Theme as Theme
from plancompare.model.corpus import NO_STORE as NO_STORE
from plancompare.model.corpus import Corpus as Corpus
from plancompare.model.corpus import Decision as Decision
from plancompare.model.corpus import Index as Index
from plancompare.model.corpus import InputFile as InputFile
from plancompare.model.corpus import Rulings as Rulings
from plancompare.model.corpus import Store as Store
from plancompare.model.corpus import digest as digest
from plancompare.model.corpus import ids_digest as ids_digest
from plancompare.model.plans import A_THING as A_THING
from plancompare.model.plans import Area as Area
from plancompare.model.plans import Baseline as Baseline
from plancompare.model.plans import Commitment as Commitment
from plancompare.model.plans import Evidence as Evidence
from plancompare.model.plans import Extent as Extent
from plancompare.model.plans import Plan as Plan
from plancompare.model.plans import Reading as Reading
from plancompare.model.plans import Section as Section
from plancompare.model.plans import Source as Source
from plancompare.model.plans import Strength as Strength
from plancompare.model.plans import Target as Target
from plancompare.model.standards import Catalogue as Catalogue
from plancompare.model.standards import Phrases as Phrases
from plancompare.model.standards import Standard as Standard
