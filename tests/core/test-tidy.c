/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-bundle.h"
#include "core/mdg-core-fixture.h"

#include <string.h>

#define ROW "2025-10,,07,福島県,all,usage_rate_online,42.93,percent,online,verified,exact,deck,12"
#define DIGEST "fdc0df3d1e10b692347ee08a1e8895e92bf0515bfd1ef885ab42134b89a12fb6"

static MdgCsvReader
new_reader (const char *text)
{
  MdgCsvReader reader;

  mdg_csv_reader_init (&reader, text, strlen (text));

  return reader;
}

static void
test_csv_fields (void **state)
{
  g_auto (MdgCsvReader) reader = new_reader ("\xef\xbb\xbf"
                                             "a,,\"b, \"\"c\"\"\"\r\n\r\n\"two\nlines\",x\n,\nend");

  assert_true (mdg_csv_reader_next (&reader));
  assert_int_equal (mdg_csv_reader_get_n (&reader), 3);
  assert_string_equal (mdg_csv_reader_get (&reader, 0), "a");
  assert_string_equal (mdg_csv_reader_get (&reader, 1), "");
  assert_string_equal (mdg_csv_reader_get (&reader, 2), "b, \"c\"");
  assert_string_equal (mdg_csv_reader_get (&reader, 3), "");
  assert_int_equal (mdg_csv_reader_get_line (&reader), 1);

  assert_true (mdg_csv_reader_next (&reader));
  assert_int_equal (mdg_csv_reader_get_n (&reader), 2);
  assert_string_equal (mdg_csv_reader_get (&reader, 0), "two\nlines");
  assert_int_equal (mdg_csv_reader_get_line (&reader), 3);

  assert_true (mdg_csv_reader_next (&reader));
  assert_int_equal (mdg_csv_reader_get_n (&reader), 2);
  assert_int_equal (mdg_csv_reader_get_line (&reader), 5);

  assert_true (mdg_csv_reader_next (&reader));
  assert_string_equal (mdg_csv_reader_get (&reader, 0), "end");
  assert_false (mdg_csv_reader_next (&reader));
  assert_false (mdg_csv_reader_next (&reader));
}

static void
test_csv_ends_anywhere (void **state)
{
  const char *text = "a,\"b\"\"c\nd\",e\r\n\"f\",\"g";

  for (gsize length = 0; length <= strlen (text); length++)
    {
      /* A copy of the exact size, so that a sanitizer sees a step too far. */
      g_autofree char *part = g_memdup2 (text, length);
      g_auto (MdgCsvReader) reader;
      guint n = 0;

      mdg_csv_reader_init (&reader, part, length);
      while (mdg_csv_reader_next (&reader))
        n++;
      assert_true (n <= 2);
    }
}

static void
test_csv_round_trip (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  static const char alphabet[] = "ab,\"\n\r x";

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) field = g_string_new ("t");
      g_autoptr (GString) text = g_string_new ("first,");
      g_auto (MdgCsvReader) reader;
      guint n = g_rand_int_range (rand, 0, 12);

      for (guint j = 0; j < n; j++)
        g_string_append_c (field, alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)]);
      mdg_csv_append (text, field->str);
      g_string_append (text, ",last\n");

      mdg_csv_reader_init (&reader, text->str, text->len);
      assert_true (mdg_csv_reader_next (&reader));
      assert_int_equal (mdg_csv_reader_get_n (&reader), 3);
      assert_string_equal (mdg_csv_reader_get (&reader, 1), field->str);
      assert_string_equal (mdg_csv_reader_get (&reader, 2), "last");
      assert_false (mdg_csv_reader_next (&reader));
    }
}

/* Any line end ends a record, and lines are counted in quoted fields and between records too. */
static void
test_csv_lines (void **state)
{
  static const char text[] = "a\r\rb\r\n\n  \n\"c\rd\r\ne\",f\ng";
  static const guint lines[] = { 1, 3, 6, 9 };
  g_auto (MdgCsvReader) reader = new_reader (text);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      assert_true (mdg_csv_reader_next (&reader));
      assert_int_equal (mdg_csv_reader_get_line (&reader), lines[i]);
    }
  assert_false (mdg_csv_reader_next (&reader));
}

static void
test_csv_strict (void **state)
{
  static const struct
  {
    const char *text;
    guint n;
    guint line;
    guint last_line;
  } cases[] = {
    { "a;\"b\"\n c ; d\n", 2, 0, 0 }, { "a;b\n\"c;d\n;\n", 1, 2, 4 }, { "a;b\nc;d\"e\nf", 1, 2, 2 },
    { "\"a\nb\"c;\n", 0, 1, 2 },      { "\"a\"", 1, 0, 0 },           { "\"a", 0, 1, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (MdgCsvReader) reader;
      guint n = 0;

      mdg_csv_reader_init_strict (&reader, cases[i].text, strlen (cases[i].text), ';');
      while (mdg_csv_reader_next (&reader))
        {
          gsize length;
          const char *field = mdg_csv_reader_get_field (&reader, 0, &length);

          assert_int_equal (length, 1);
          assert_int_not_equal (*field, ' ');
          n++;
        }
      assert_int_equal (n, cases[i].n);
      assert_int_equal (mdg_csv_reader_get_problem (&reader),
                        cases[i].line != 0 ? MDG_CSV_BROKEN_QUOTE : MDG_CSV_FINE);
      if (cases[i].line == 0)
        continue;
      assert_int_equal (mdg_csv_reader_get_line (&reader), cases[i].line);
      assert_int_equal (mdg_csv_reader_get_last_line (&reader), cases[i].last_line);
      assert_false (mdg_csv_reader_next (&reader));
    }
}

static void
test_csv_too_long (void **state)
{
  static const char fillers[] = { 'x', '\n' };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      g_autofree char *text = g_strnfill (MDG_CSV_MAX_RECORD_BYTES + 1, fillers[i]);
      g_auto (MdgCsvReader) reader;

      text[0] = '"';
      mdg_csv_reader_init_strict (&reader, text, MDG_CSV_MAX_RECORD_BYTES + 1, ',');
      assert_false (mdg_csv_reader_next (&reader));
      assert_int_equal (mdg_csv_reader_get_problem (&reader), MDG_CSV_TOO_LONG);
    }
}

/* What it reads must be what was written, and nothing that a spreadsheet evaluates. */
static void
check_text (const char *original)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) cell = g_string_new (NULL);
  g_auto (MdgCsvReader) reader;

  mdg_csv_append (text, original);
  mdg_csv_reader_init (&reader, text->str, text->len);
  assert_true (mdg_csv_reader_next (&reader));
  assert_int_equal (mdg_csv_reader_get_n (&reader), 1);
  assert_string_equal (mdg_csv_reader_get (&reader, 0), original);

  mdg_csv_append_cell (cell, original);
  if (strpbrk (original, "\t\r\n") == NULL)
    assert_string_equal (mdg_csv_unguard (cell->str), original);
}

static void
test_csv_holds_no_formula (void **state)
{
  static const char *const texts[] = {
    "=1+1",         "+81 3 1234", "-x",   "@SUM",          "\tx",  "\rx",  "\nx",
    "+0.83 points", "-",          "=",    "'=1",           "''=1", "\"=1", " =1",
    "'-x",          "-1.24-2",    "+1%%", "-1,200 people", "-.",   "+",    "-e",
    "=,\"",         "'\"-x",      "--1",  "=HYPERLINK",    "@",    "-1 x", "+81-3",
    "-1;2",         "+1\t2",      "-%",   "+,1",           "＝1",  "＋a",  "－5",
    " ＠x",         "'＝SUM",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) cell = g_string_new (NULL);

      mdg_csv_append (text, texts[i]);
      assert_true (g_str_has_prefix (text->str, "\"'"));
      mdg_csv_append_cell (cell, texts[i]);
      assert_int_equal (cell->str[0], '\'');
      assert_null (strpbrk (cell->str, "\t\r\n"));
      check_text (texts[i]);
    }
}

static void
test_csv_leaves_the_rest (void **state)
{
  static const char *const texts[] = {
    "-1.24", "+0.83", "-1,234,567", "+12%", "37.14", "福島県", "1=1", "a-b",
    "'",     "'a",    "''",         "−1.2", "–",     "'-1.24", "'1",  "第2回",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      mdg_csv_append_cell (cell, texts[i]);
      assert_string_equal (cell->str, texts[i]);
      check_text (texts[i]);
    }
}

static void
test_csv_reads_what_it_writes (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  static const char alphabet[] = "'\" =+-@1.,%a\t\n";

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) field = g_string_new (NULL);
      guint n = g_rand_int_range (rand, 1, 7);

      for (guint j = 0; j < n; j++)
        g_string_append_c (field, alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)]);
      check_text (field->str);
    }
}

static void
test_row_is_as_documented (void **state)
{
  g_autoptr (MdgBatch) batch = mdg_batch_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *edition = NULL;
  MdgObservation observation;
  guint deck = fixture_add_edition (batch, "deck", "2025-11-13", "deck");

  assert_true (mdg_tidy_parse_row (ROW, strlen (ROW), &observation, &edition, &error));
  mdg_test_assert_no_error (error);
  assert_int_equal (observation.month, MDG_MONTH (2025, 10));
  assert_int_equal (observation.as_of, MDG_DAY_NONE);
  assert_int_equal (observation.area, 7);
  assert_int_equal (observation.measure, MDG_MEASURE_USAGE_RATE_ONLINE);
  assert_int_equal (observation.value.digits, 4293);
  assert_int_equal (observation.value.decimals, 2);
  assert_int_equal (observation.quality, MDG_QUALITY_VERIFIED);
  assert_int_equal (observation.page, 12);
  assert_string_equal (edition, "deck");

  mdg_tidy_append_row (text, &observation, g_ptr_array_index (batch->editions, deck));
  assert_string_equal (text->str, ROW "\n");
}

static void
test_rows_round_trip (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (MdgBatch) batch = fixture_new_random (rand, 3, 500);

  for (guint i = 0; i < batch->observations->len; i++)
    {
      const MdgObservation *observation = &g_array_index (batch->observations, MdgObservation, i);
      const MdgEdition *edition = g_ptr_array_index (batch->editions, observation->edition);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) text_again = g_string_new (NULL);
      g_autofree char *id = NULL;
      MdgObservation again;

      mdg_tidy_append_row (text, observation, edition);
      assert_true (mdg_tidy_parse_row (text->str, text->len, &again, &id, NULL));
      assert_string_equal (id, edition->id);
      assert_int_equal (mdg_observation_compare_key (observation, &again), 0);
      mdg_tidy_append_row (text_again, &again, edition);
      assert_string_equal (text->str, text_again->str);
    }
}

static void
test_wrong_cells_are_named (void **state)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *column;
  } cases[] = {
    { "2025-10,", "2025-13,", "“month”" },
    { "2025-10,", ",", "“month”" },
    { "2025-10,,", "2025-10,yesterday,", "“as_of”" },
    { ",07,", ",48,", "“area”" },
    { ",07,", ",7,", "“area”" },
    { "福島県", "福島", "“area_name”" },
    { ",all,", ",clinic,", "“facility_type”" },
    { "usage_rate_online", "usage", "“measure”" },
    { "42.93", "+42.93", "“value”" },
    { "42.93", "42,93", NULL },
    { "42.93", "042.93", "“value”" },
    { "42.93", "−42.93", "“value”" },
    { "42.93", "", "“value”" },
    { "percent", "count", "“unit”" },
    { ",online,", ",claims,", "“basis”" },
    { "verified", "true", "“quality”" },
    { "exact", "exactly", "“precision”" },
    { "exact", "exact;fishy", "“precision”" },
    { ",deck,", ",,", "“edition”" },
    { ",12", ",-1", "“page”" },
    { ",12", ",twelve", "“page”" },
    { ",12", "", NULL },
    { ",12", ",12,", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) row = g_string_new (ROW);
      g_autoptr (GError) error = NULL;
      g_autofree char *edition = NULL;
      MdgObservation observation;

      assert_int_equal (g_string_replace (row, cases[i].from, cases[i].to, 1), 1);
      assert_false (mdg_tidy_parse_row (row->str, row->len, &observation, &edition, &error));
      assert_null (edition);
      mdg_test_assert_error (error, MDG_TIDY_ERROR,
                             cases[i].column != NULL ? MDG_TIDY_ERROR_VALUE : MDG_TIDY_ERROR_ROW);
      if (cases[i].column != NULL)
        mdg_test_assert_contains (error->message, cases[i].column);
    }
}

static void
test_any_bytes_are_read_or_refused (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *row = g_memdup2 (ROW, strlen (ROW));
      g_autoptr (GError) error = NULL;
      g_autofree char *edition = NULL;
      MdgObservation observation;
      gsize length = g_rand_int_range (rand, 0, strlen (ROW) + 1);
      gboolean read;

      for (guint j = g_rand_int_range (rand, 0, 4); j > 0 && length > 0; j--)
        row[g_rand_int_range (rand, 0, length)] = (char) g_rand_int_range (rand, 0, 256);
      read = mdg_tidy_parse_row (row, length, &observation, &edition, &error);
      assert_true (read == (error == NULL));
      assert_true (read == (edition != NULL));
    }
}

static MdgBatch *
parse (const char *editions, const char *observations, GError **error)
{
  g_autoptr (GBytes) editions_bytes = g_bytes_new_static (editions, strlen (editions));
  g_autoptr (GBytes) observations_bytes = g_bytes_new_static (observations, strlen (observations));

  return mdg_bundle_parse (editions_bytes, observations_bytes, error);
}

#define EDITIONS "id,title,publisher,url,published,digest,importer_version,trust,licence\n"
#define DECK "deck,\"Title, with a comma\",厚生労働省,,2025-11-13," DIGEST ",3,ministry,出典\n"
#define HEADER \
  "month,as_of,area,area_name,facility_type,measure,value,unit,basis,quality,precision,edition,page\n"

static void
test_bundle_is_read (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgBatch) batch = parse (EDITIONS DECK, HEADER ROW "\n" ROW "\n", &error);
  const MdgEdition *edition;

  mdg_test_assert_no_error (error);
  assert_int_equal (batch->editions->len, 1);
  assert_int_equal (batch->observations->len, 2);
  edition = g_ptr_array_index (batch->editions, 0);
  assert_string_equal (edition->id, "deck");
  assert_string_equal (edition->title, "Title, with a comma");
  assert_string_equal (edition->digest, DIGEST);
  assert_null (edition->url);
  assert_int_equal (edition->published, mdg_day_new (2025, 11, 13));
  assert_int_equal (edition->importer_version, 3);
  assert_int_equal (edition->trust, MDG_TRUST_MINISTRY);
  assert_int_equal (edition->origin, MDG_ORIGIN_BUNDLED);
}

static void
test_bad_bundle_is_refused_with_its_place (void **state)
{
  static const struct
  {
    const char *editions;
    const char *observations;
    int code;
    const char *place;
  } cases[] = {
    { "", HEADER, MDG_TIDY_ERROR_HEADER, "editions.csv: " },
    { "id,title\n", HEADER, MDG_TIDY_ERROR_HEADER, "editions.csv: " },
    { EDITIONS "deck,x\n", HEADER, MDG_TIDY_ERROR_ROW, "editions.csv: Line 2" },
    { EDITIONS DECK DECK, HEADER, MDG_TIDY_ERROR_VALUE, "editions.csv: Line 3" },
    { EDITIONS ",t,p,,," DIGEST ",1,ministry,\n", HEADER, MDG_TIDY_ERROR_VALUE, "“id”" },
    { EDITIONS "d,t,p,,soon," DIGEST ",1,ministry,\n", HEADER, MDG_TIDY_ERROR_VALUE,
      "“published”" },
    { EDITIONS "d,t,p,,,abc,1,ministry,\n", HEADER, MDG_TIDY_ERROR_VALUE, "“digest”" },
    { EDITIONS "d,t,p,,," DIGEST ",-1,ministry,\n", HEADER, MDG_TIDY_ERROR_VALUE,
      "“importer_version”" },
    { EDITIONS "d,t,p,,," DIGEST ",1,gossip,\n", HEADER, MDG_TIDY_ERROR_VALUE, "“trust”" },
    { EDITIONS DECK, "", MDG_TIDY_ERROR_HEADER, "observations.csv: " },
    { EDITIONS DECK, HEADER ROW "\n" ROW "3,4\n", MDG_TIDY_ERROR_ROW, "observations.csv: Line 3" },
    { EDITIONS, HEADER ROW "\n", MDG_TIDY_ERROR_EDITION, "observations.csv: Line 2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MdgBatch) batch = parse (cases[i].editions, cases[i].observations, &error);

      assert_null (batch);
      mdg_test_assert_error (error, MDG_TIDY_ERROR, cases[i].code);
      mdg_test_assert_contains (error->message, cases[i].place);
    }
}

static void
test_trust_has_ids (void **state)
{
  for (guint i = 0; i <= MDG_TRUST_UNOFFICIAL; i++)
    {
      MdgTrust trust = MDG_TRUST_MINISTRY;

      assert_true (mdg_trust_from_id (mdg_trust_get_id (i), &trust));
      assert_int_equal (trust, i);
      assert_non_null (mdg_trust_get_label (i));
    }
}

/* An edition may be called anything. */
static void
test_row_with_any_name_round_trips (void **state)
{
  static const char *const ids[] = { "=1+1", "@SUM(A1)", "-x", "+81 3-1234-5678", "'=1", "-5" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (MdgBatch) batch = fixture_new_small (ids[i]);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *id = NULL;
      MdgObservation again;

      mdg_tidy_append_row (text, &g_array_index (batch->observations, MdgObservation, 0),
                           g_ptr_array_index (batch->editions, 0));
      if (i < 5)
        mdg_test_assert_contains (text->str, ",\"'");
      assert_true (mdg_tidy_parse_row (text->str, text->len, &again, &id, NULL));
      assert_string_equal (id, ids[i]);
    }
}

/* A fall is a number, whatever else begins with a minus sign. */
static void
test_negative_numbers_stay_numbers (void **state)
{
  g_autoptr (MdgBatch) batch = fixture_new_small ("deck");
  MdgObservation *observation = &g_array_index (batch->observations, MdgObservation, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  observation->value = MDG_DECIMAL (-124, 2);
  mdg_tidy_append_row (text, observation, g_ptr_array_index (batch->editions, 0));
  mdg_test_assert_contains (text->str, ",-1.24,");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_csv_fields),
    cmocka_unit_test (test_csv_ends_anywhere),
    cmocka_unit_test (test_csv_round_trip),
    cmocka_unit_test (test_csv_lines),
    cmocka_unit_test (test_csv_strict),
    cmocka_unit_test (test_csv_too_long),
    cmocka_unit_test (test_csv_holds_no_formula),
    cmocka_unit_test (test_csv_leaves_the_rest),
    cmocka_unit_test (test_csv_reads_what_it_writes),
    cmocka_unit_test (test_row_is_as_documented),
    cmocka_unit_test (test_row_with_any_name_round_trips),
    cmocka_unit_test (test_negative_numbers_stay_numbers),
    cmocka_unit_test (test_rows_round_trip),
    cmocka_unit_test (test_wrong_cells_are_named),
    cmocka_unit_test (test_any_bytes_are_read_or_refused),
    cmocka_unit_test (test_bundle_is_read),
    cmocka_unit_test (test_bad_bundle_is_refused_with_its_place),
    cmocka_unit_test (test_trust_has_ids),
  };

  return mdg_test_run (tests);
}
