/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/mdg-database.h"
#include "import/mdg-deck-alter.h"
#include "import/mdg-deck-text.h"
#include "import/mdg-import.h"
#include "util/mdg-test.h"

#include <string.h>

/*
 * Decks imported and stored one by one, beside the figures that come with the program: what is
 * shown must not depend on the order in which they came in.
 */

#define N_DECKS 6
#define N_ORDERS 40

/* The month after that of the deck that comes with the program, whose change can be tried on it. */
#define MONTH_AFTER_BUNDLED MDG_MONTH (2025, 11)

typedef struct
{
  GBytes *decks[N_DECKS];
  MdgMonth month;       /* of the first */
  gint64 corrected_mnc; /* its MNC count by the correction */
} Decks;

static GBytes *
write_deck (const MdgDeckFigures *figures, const MdgDeckStyle *style)
{
  char *text = mdg_deck_text_write (figures, style);

  return g_bytes_new_take (text, strlen (text));
}

/* Two months that follow each other; a correction of the first, published later; one that is
 * altered, so that a table of it is refused; one that contradicts the figures that come with the
 * program; and the first once more, under another name. */
static void
decks_init (Decks *self, GRand *rand)
{
  MdgDeckFigures first;
  MdgDeckFigures second;
  MdgDeckFigures correction;
  MdgDeckFigures altered;
  MdgDeckFigures contradicting;
  MdgDeckStyle style;
  MdgMonth month = MDG_MONTH (2026, 1) + (MdgMonth) g_rand_int_range (rand, 0, 12);
  g_autofree char *what = NULL;

  mdg_deck_style_init (&style);
  style.seed = g_rand_int (rand);
  style.has_cover = TRUE;
  mdg_deck_figures_init_for (&first, rand, month);
  mdg_deck_figures_init_for (&second, rand, month + 1);
  mdg_deck_figures_init_for (&correction, rand, month);
  mdg_deck_figures_init_for (&contradicting, rand, MONTH_AFTER_BUNDLED);
  correction.published = first.published + 5;
  altered = first;
  altered.published = first.published + 9;
  what = mdg_deck_alter (&altered, MDG_DECK_ALTER_DIGIT, rand);

  self->month = month;
  self->corrected_mnc = correction.totals[MDG_FACILITY_ALL][MDG_DECK_MNC];
  self->decks[0] = write_deck (&first, &style);
  self->decks[1] = write_deck (&second, &style);
  self->decks[2] = write_deck (&correction, &style);
  self->decks[3] = write_deck (&altered, &style);
  self->decks[4] = write_deck (&contradicting, &style);
  self->decks[5] = g_bytes_ref (self->decks[0]);
}

static void
decks_clear (Decks *self)
{
  for (guint i = 0; i < N_DECKS; i++)
    g_bytes_unref (self->decks[i]);
}

/* As the program does it: what is known is what is stored so far. Returns: whether it was new. */
static gboolean
import_one (MdgDatabase *database, GBytes *deck)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgFigures) known = mdg_database_load_figures (database, &error);
  g_autoptr (MdgImportResult) result = NULL;
  MdgStoreResult stored = MDG_ALREADY_STORED;

  mdg_test_assert_no_error (error);
  result =
    mdg_import_bytes (deck, "deck.txt", &(MdgImportOptions) { .known = known }, NULL, &error);
  mdg_test_assert_no_error (error);
  assert_true (mdg_database_store_batch (database, result->batch, &stored, &error));
  mdg_test_assert_no_error (error);

  return stored == MDG_STORED;
}

static void
append_shown (GString *text, MdgFigures *figures, const MdgObservation *figure)
{
  g_autofree char *month = mdg_month_to_string (figure->month);
  g_autofree char *value = mdg_decimal_to_string (figure->value);

  g_string_append_printf (
    text, "%s %u %s %s %s %s %s %s\n", month, figure->as_of, mdg_area_get_code (figure->area),
    mdg_facility_type_get_id (figure->facility_type), mdg_measure_get_id (figure->measure), value,
    mdg_quality_get_id (figure->quality), mdg_figures_get_edition (figures, figure->edition)->id);
}

/* Every figure that is shown, with its quality and where it is from. */
static char *
describe_shown (MdgDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgFigures) figures = mdg_database_load_figures (database, &error);
  GString *text = g_string_new (NULL);

  mdg_test_assert_no_error (error);
  for (guint i = 0; i < mdg_figures_get_n (figures); i++)
    if (mdg_figures_is_shown (figures, i))
      append_shown (text, figures, mdg_figures_get (figures, i));

  return g_string_free_and_steal (text);
}

static char *
import_all (const Decks *decks, const guint order[N_DECKS])
{
  g_autofree char *directory = mdg_test_make_temp_dir ();
  g_autoptr (GError) error = NULL;
  MdgDatabase *database = mdg_database_open (directory, &error);
  guint n_stored = 0;
  char *shown;

  mdg_test_assert_no_error (error);
  for (guint i = 0; i < N_DECKS; i++)
    n_stored += import_one (database, decks->decks[order[i]]);
  assert_int_equal (n_stored, N_DECKS - 1);
  shown = describe_shown (database);
  mdg_database_free (database);
  mdg_test_remove_tree (directory);

  return shown;
}

static void
shuffle (guint order[N_DECKS], GRand *rand)
{
  for (guint i = N_DECKS - 1; i > 0; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);
      guint deck = order[i];

      order[i] = order[other];
      order[other] = deck;
    }
}

static void
print_first_difference (const char *a, const char *b)
{
  g_auto (GStrv) lines_a = g_strsplit (a, "\n", -1);
  g_auto (GStrv) lines_b = g_strsplit (b, "\n", -1);

  for (guint i = 0; lines_a[i] != NULL && lines_b[i] != NULL; i++)
    if (strcmp (lines_a[i], lines_b[i]) != 0)
      {
        g_printerr ("%s\n%s\n", lines_a[i], lines_b[i]);
        return;
      }
}

static void
test_any_order (void **state)
{
  GRand *rand = mdg_test_new_rand ();
  guint order[N_DECKS];
  g_autofree char *expected = NULL;
  Decks decks;

  decks_init (&decks, rand);
  for (guint i = 0; i < N_DECKS; i++)
    order[i] = i;
  expected = import_all (&decks, order);

  for (guint i = 0; i < N_ORDERS; i++)
    {
      g_autofree char *shown = NULL;

      /* The second time from last to first, then anyhow. */
      if (i == 0)
        for (guint j = 0; j < N_DECKS; j++)
          order[j] = N_DECKS - 1 - j;
      else
        shuffle (order, rand);
      shown = import_all (&decks, order);
      if (strcmp (shown, expected) != 0)
        print_first_difference (expected, shown);
      assert_true (strcmp (shown, expected) == 0);
    }
  decks_clear (&decks);
  g_rand_free (rand);
}

/* Where both are proved, what is published later is shown, also if it came in first. */
static void
test_correction_is_shown (void **state)
{
  GRand *rand = mdg_test_new_rand ();
  Decks decks;

  decks_init (&decks, rand);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *directory = mdg_test_make_temp_dir ();
      g_autoptr (GError) error = NULL;
      MdgDatabase *database = mdg_database_open (directory, &error);
      g_autoptr (MdgFigures) figures = NULL;
      const MdgObservation *shown;

      mdg_test_assert_no_error (error);
      assert_true (import_one (database, decks.decks[i == 0 ? 0 : 2]));
      assert_true (import_one (database, decks.decks[i == 0 ? 2 : 0]));
      figures = mdg_database_load_figures (database, &error);
      mdg_test_assert_no_error (error);
      shown = mdg_figures_lookup (figures, decks.month, MDG_DAY_NONE, MDG_AREA_NATIONAL,
                                  MDG_FACILITY_ALL, MDG_MEASURE_MNC_COUNT);
      assert_non_null (shown);
      assert_int_equal (shown->quality, MDG_QUALITY_VERIFIED);
      assert_int_equal (shown->value.digits, decks.corrected_mnc);
      mdg_database_free (database);
      mdg_test_remove_tree (directory);
    }
  decks_clear (&decks);
  g_rand_free (rand);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_any_order),
    cmocka_unit_test (test_correction_is_shown),
  };

  return mdg_test_run (tests);
}
