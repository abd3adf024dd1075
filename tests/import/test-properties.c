/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-deck-alter.h"
#include "import/mdg-deck-fixture.h"
#include "import/mdg-deck-pdf.h"
#include "import/mdg-deck-text.h"

#include <string.h>

/*
 * What must hold for every deck, tried on made-up ones. A failure prints the seed of its deck, from
 * which make-deck writes it again.
 */

#define N_DECKS 500
#define N_ALTERED 400
#define N_RESTYLED 200
#define N_DRAWN 30
#define N_DRAWN_ALTERED 24

/* More would hide what is wrong. */
#define MAX_SAID 10

static guint n_failed;

typedef struct
{
  MdgDeckFigures figures;
  MdgDeckStyle style;
  GArray *truth; /* what an import has to give */
  guint32 seed;
} Deck;

static void
deck_init (Deck *self, GRand *rand)
{
  self->seed = g_rand_int (rand);
  mdg_deck_make (self->seed, &self->figures, &self->style);
  self->truth = mdg_deck_figures_list (&self->figures);
}

static void
deck_clear (Deck *self)
{
  g_array_unref (self->truth);
}

static void
check (const Deck *deck, const char *altered, char *problem)
{
  g_autofree char *style = NULL;

  if (problem == NULL)
    return;

  style = mdg_deck_style_describe (&deck->style);
  if (n_failed++ < MAX_SAID)
    g_printerr ("Deck of seed %u (%s)%s%s: %s\n", deck->seed, style, altered != NULL ? ", " : "",
                altered != NULL ? altered : "", problem);
  g_free (problem);
}

static int
begin (void **state)
{
  n_failed = 0;

  return 0;
}

/* What writes a deck to a file. */
typedef GBytes *(*Writer) (const MdgDeckFigures *figures, const MdgDeckStyle *style);

static GBytes *
write_text (const MdgDeckFigures *figures, const MdgDeckStyle *style)
{
  char *text = mdg_deck_text_write (figures, style);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
write_pdf (const MdgDeckFigures *figures, const MdgDeckStyle *style)
{
  return mdg_deck_pdf_write (figures, style, style->seed % 3);
}

static MdgImportResult *
import (const MdgDeckFigures *figures, const MdgDeckStyle *style, Writer writer, char **problem)
{
  g_autoptr (GBytes) bytes = writer (figures, style);
  g_autoptr (GError) error = NULL;
  MdgImportResult *result = mdg_import_bytes (bytes, "deck", NULL, NULL, &error);

  if (result == NULL)
    *problem = g_strdup (error->message);

  return result;
}

static char *
describe (const MdgObservation *observation, const char *what)
{
  g_autofree char *month = mdg_month_to_string (observation->month);
  g_autofree char *value = mdg_decimal_to_string (observation->value);

  return g_strdup_printf (
    "%s: %s %s %s %s = %s %s", what, month, mdg_area_get_code (observation->area),
    mdg_facility_type_get_id (observation->facility_type),
    mdg_measure_get_id (observation->measure), value, mdg_quality_get_id (observation->quality));
}

/* Every figure of the source, no other one, each with its quality; and nothing refused or asked. */
static char *
find_difference (GArray *truth, const MdgImportResult *result)
{
  GArray *found = result->batch->observations;
  const MdgReportEntry *refused = mdg_deck_find_refused (result);

  if (refused != NULL)
    {
      g_autoptr (GString) said = g_string_new ("refused: ");

      g_string_append (said, mdg_table_kind_get_id (refused->kind));
      for (guint i = 0; i < refused->messages->len; i++)
        {
          g_autofree char *message =
            mdg_import_message_render (g_ptr_array_index (refused->messages, i));

          g_string_append_printf (said, " [%s]", message);
        }
      return g_strdup (said->str);
    }
  if (result->questions->len > 0)
    return g_strdup ("a question is asked");

  for (guint i = 0; i < truth->len; i++)
    {
      const MdgObservation *wanted = &g_array_index (truth, MdgObservation, i);
      const MdgObservation *other = mdg_deck_find_like (found, wanted);

      if (other == NULL)
        return describe (wanted, "not found");
      if (mdg_decimal_compare (other->value, wanted->value) != 0 ||
          other->quality != wanted->quality)
        return describe (other, "not as in the source");
    }
  for (guint i = 0; i < found->len; i++)
    if (mdg_deck_find_like (truth, &g_array_index (found, MdgObservation, i)) == NULL)
      return describe (&g_array_index (found, MdgObservation, i), "not in the source");

  return NULL;
}

/* A figure that is handed out as verified and is not that of the source. */
static char *
find_false_proof (GArray *truth, const MdgImportResult *result)
{
  for (guint i = 0; i < result->batch->observations->len; i++)
    {
      const MdgObservation *figure =
        &g_array_index (result->batch->observations, MdgObservation, i);
      const MdgObservation *wanted = mdg_deck_find_like (truth, figure);

      if (figure->quality == MDG_QUALITY_VERIFIED &&
          (wanted == NULL || mdg_decimal_compare (wanted->value, figure->value) != 0))
        return describe (figure, "falsely verified");
    }

  return NULL;
}

static void
try_unaltered (Writer writer, guint n_decks)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint i = 0; i < n_decks; i++)
    {
      Deck deck;
      char *problem = NULL;
      g_autoptr (MdgImportResult) result = NULL;

      deck_init (&deck, rand);
      assert_true (mdg_deck_figures_obey (&deck.figures));
      result = import (&deck.figures, &deck.style, writer, &problem);
      if (result != NULL)
        {
          problem = find_difference (deck.truth, result);
          assert_int_equal (result->report->month, deck.figures.month);
          assert_int_equal (mdg_import_result_get_edition (result)->published,
                            deck.style.has_cover ? deck.figures.published : MDG_DAY_NONE);
        }
      check (&deck, NULL, problem);
      deck_clear (&deck);
    }
  g_rand_free (rand);
  assert_int_equal (n_failed, 0);
}

/* What is told of an altered deck: whether anything is refused, missing, asked or doubted. */
static gboolean
is_told (const MdgImportResult *result)
{
  return mdg_import_report_count (result->report, MDG_ENTRY_REFUSED) > 0 ||
         mdg_import_report_count (result->report, MDG_ENTRY_MISSING) > 0 ||
         mdg_import_report_count (result->report, MDG_ENTRY_OPEN) > 0;
}

static char *
check_altered (const Deck *deck, const MdgDeckFigures *altered, const MdgImportResult *result)
{
  g_autoptr (GArray) printed = mdg_deck_figures_list (altered);
  gboolean is_whole = deck->truth->len == printed->len;

  /* What no law can see is as true as anything else. */
  if (is_whole && mdg_deck_figures_obey (altered))
    return find_false_proof (printed, result);
  if (!is_told (result))
    return g_strdup ("nothing is refused or missing");

  return find_false_proof (deck->truth, result);
}

/* Returns: how many single digits were altered so that no law can see it */
static guint
try_altered (Writer writer, guint n_decks)
{
  GRand *rand = mdg_test_new_rand ();
  guint n_unseen = 0;

  for (guint i = 0; i < n_decks; i++)
    {
      Deck deck;
      MdgDeckFigures altered;
      g_autofree char *what = NULL;
      char *problem = NULL;
      g_autoptr (MdgImportResult) result = NULL;

      deck_init (&deck, rand);
      altered = deck.figures;
      what = mdg_deck_alter (&altered, i % MDG_N_DECK_ALTERS, rand);
      n_unseen += i % MDG_N_DECK_ALTERS == MDG_DECK_ALTER_DIGIT && mdg_deck_figures_obey (&altered);
      result = import (&altered, &deck.style, writer, &problem);
      /* One thing that is wrong is told of one table, and the others stand. */
      check (&deck, what, result != NULL ? check_altered (&deck, &altered, result) : problem);
      deck_clear (&deck);
    }
  g_rand_free (rand);
  assert_int_equal (n_failed, 0);

  return n_unseen;
}

static void
test_unaltered (void **state)
{
  try_unaltered (write_text, N_DECKS);
}

static void
test_altered (void **state)
{
  /* Of the digits only those of the changes, one in twelve, escape the laws. */
  mdg_test_assert_in_range (try_altered (write_text, N_ALTERED), 1,
                            N_ALTERED / MDG_N_DECK_ALTERS / 4);
}

static MdgDeckCount *
find_count (MdgDeckFigures *figures, guint type, MdgArea area)
{
  for (guint i = 0; i < MDG_N_PREFECTURES; i++)
    if (figures->counts[type][i].area == area)
      return &figures->counts[type][i];

  fail_msg ("A table has no row of a prefecture");
  return NULL;
}

/* The names of two prefectures that are alike, exchanged in one table: nothing is wrong by any law,
 * so that what is printed is what is verified. */
static void
test_unseen (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint type = MDG_FACILITY_HOSPITAL; type < MDG_DECK_N_TYPES; type++)
    {
      MdgDeckFigures altered;
      Deck deck = { 0 };
      char *problem = NULL;
      g_autofree char *exchanged = NULL;
      g_autoptr (GArray) printed = NULL;
      g_autoptr (MdgImportResult) result = NULL;

      mdg_deck_figures_init_twins (&deck.figures, rand);
      mdg_deck_style_init (&deck.style);
      deck.truth = mdg_deck_figures_list (&deck.figures);
      altered = deck.figures;
      find_count (&altered, type, MDG_DECK_TWIN)->area = MDG_AREA_NONE;
      find_count (&altered, type, MDG_DECK_TWIN - 1)->area = MDG_DECK_TWIN;
      find_count (&altered, type, MDG_AREA_NONE)->area = MDG_DECK_TWIN - 1;
      assert_true (mdg_deck_figures_obey (&altered));

      printed = mdg_deck_figures_list (&altered);
      result = import (&altered, &deck.style, write_text, &problem);
      check (&deck, NULL, result != NULL ? find_difference (printed, result) : problem);
      assert_non_null (result);
      exchanged = find_false_proof (deck.truth, result);
      assert_non_null (exchanged);
      deck_clear (&deck);
    }
  g_rand_free (rand);
  assert_int_equal (n_failed, 0);
}

static void
test_drawn (void **state)
{
  try_unaltered (write_pdf, N_DRAWN);
}

static void
test_drawn_altered (void **state)
{
  try_altered (write_pdf, N_DRAWN_ALTERED);
}

static void
test_restyled (void **state)
{
  GRand *rand = mdg_test_new_rand ();

  for (guint i = 0; i < N_RESTYLED; i++)
    {
      Deck deck;
      char *problem = NULL;
      g_autoptr (MdgImportResult) before = NULL;
      g_autoptr (MdgImportResult) after = NULL;

      deck_init (&deck, rand);
      before = import (&deck.figures, &deck.style, write_text, &problem);
      check (&deck, NULL, problem);
      mdg_deck_style_alter (&deck.style, rand);
      after = import (&deck.figures, &deck.style, write_text, &problem);
      check (&deck, NULL, problem);
      if (before != NULL && after != NULL)
        check (&deck, NULL, mdg_deck_describe_difference (before, after, FALSE));
      deck_clear (&deck);
    }
  g_rand_free (rand);
  assert_int_equal (n_failed, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup (test_unaltered, begin),
    cmocka_unit_test_setup (test_altered, begin),
    cmocka_unit_test_setup (test_restyled, begin),
    cmocka_unit_test_setup (test_unseen, begin),
    cmocka_unit_test_setup (test_drawn, begin),
    cmocka_unit_test_setup (test_drawn_altered, begin),
  };

  return mdg_test_run (tests);
}
