/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "util/mdg-test.h"

#include "cli/mdg-cli-options.h"

/* Parses a command line written with spaces between its arguments. */
static MdgCliOptions *
parse (const char *line, GError **error)
{
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  g_autofree char **moving = g_memdup2 (argv, (g_strv_length (argv) + 1) * sizeof (char *));
  int argc = (int) g_strv_length (argv);

  return mdg_cli_options_parse (&argc, &moving, error);
}

static void
test_actions (void **state)
{
  const struct
  {
    const char *line;
    MdgCliAction action;
    const char *target;
    guint n_files;
  } cases[] = {
    { "madoguchi", MDG_CLI_ACTION_NONE, NULL, 0 },
    { "madoguchi deck.txt", MDG_CLI_ACTION_NONE, NULL, 1 },
    { "madoguchi --version", MDG_CLI_ACTION_VERSION, NULL, 0 },
    { "madoguchi --import a.txt", MDG_CLI_ACTION_IMPORT, NULL, 1 },
    { "madoguchi --import=a.txt", MDG_CLI_ACTION_IMPORT, NULL, 1 },
    { "madoguchi --import a.txt b.txt c.txt", MDG_CLI_ACTION_IMPORT, NULL, 3 },
    { "madoguchi a.txt --import b.txt", MDG_CLI_ACTION_IMPORT, NULL, 2 },
    { "madoguchi --import --as-of=2025-12-02 a.txt", MDG_CLI_ACTION_IMPORT, NULL, 1 },
    { "madoguchi --export-data=- --month=2025-10", MDG_CLI_ACTION_EXPORT_DATA, "-", 0 },
    { "madoguchi --export-data out.csv --measure rank", MDG_CLI_ACTION_EXPORT_DATA, "out.csv", 0 },
    { "madoguchi --export-map=m.svg --facility-type=pharmacy", MDG_CLI_ACTION_EXPORT_MAP, "m.svg",
      0 },
    { "madoguchi --export-table=t.xlsx --month=2025-10 --facility-type=hospital --by-region",
      MDG_CLI_ACTION_EXPORT_TABLE, "t.xlsx", 0 },
    { "madoguchi --export-cards=c.pdf", MDG_CLI_ACTION_EXPORT_DOCUMENT, "c.pdf", 0 },
    { "madoguchi --export-drills d.pdf --paper=A5", MDG_CLI_ACTION_EXPORT_DOCUMENT, "d.pdf", 0 },
    { "madoguchi --check-guide pack.json", MDG_CLI_ACTION_CHECK_GUIDE, "pack.json", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MdgCliOptions) options = parse (cases[i].line, &error);

      mdg_test_assert_no_error (error);
      assert_int_equal (options->action, cases[i].action);
      assert_int_equal (options->files->len, cases[i].n_files);
      assert_true (g_strcmp0 (options->target, cases[i].target) == 0);
    }
}

static void
test_values (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgCliOptions) options =
    parse ("madoguchi --export-map=m.png --month=2025-10 --measure=usage_rate_online "
           "--facility-type=dental_clinic --as-of=2025-12-02",
           &error);

  mdg_test_assert_no_error (error);
  assert_int_equal (options->month, MDG_MONTH (2025, 10));
  assert_int_equal (options->measure, MDG_MEASURE_USAGE_RATE_ONLINE);
  assert_int_equal (options->facility_type, MDG_FACILITY_DENTAL_CLINIC);
  assert_int_equal (options->as_of, mdg_day_new (2025, 12, 2));
}

static void
test_answers (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgCliOptions) options =
    parse ("madoguchi --import a.csv --month=2025-10 --measure=mnc_count --facility-type=pharmacy "
           "--answer=measure:1:3=skip --answer=percent=ratio --verified-only",
           &error);

  mdg_test_assert_no_error (error);
  assert_true (options->verified_only);
  assert_string_equal (g_hash_table_lookup (options->answers, "month"), "2025-10");
  assert_string_equal (g_hash_table_lookup (options->answers, "measure"), "mnc_count");
  assert_string_equal (g_hash_table_lookup (options->answers, "facility_type"), "pharmacy");
  assert_string_equal (g_hash_table_lookup (options->answers, "measure:1:3"), "skip");
  assert_string_equal (g_hash_table_lookup (options->answers, "percent"), "ratio");
}

/* Each slip is refused with a message that names what was written. */
static void
test_wrong_usage (void **state)
{
  const struct
  {
    const char *line;
    const char *named;
  } cases[] = {
    { "madoguchi --no-such-option", "no-such-option" },
    { "madoguchi --import", "--import" },
    { "madoguchi --export-data", "export-data" },
    { "madoguchi --export-data=", "empty" },
    { "madoguchi --export-data=- --month=2025-13", "2025-13" },
    { "madoguchi --export-data=- --month=october", "october" },
    { "madoguchi --export-data=- --measure=usage", "usage_rate_online" },
    { "madoguchi --export-map=m.svg --facility-type=clinic", "medical_clinic" },
    { "madoguchi --export-map=m.svg --all-editions", "--all-editions" },
    { "madoguchi --export-map=m.svg --by-region", "--by-region" },
    { "madoguchi --export-table=t.csv --measure=rank", "--measure" },
    { "madoguchi --export-map=m.svg --paper=a4", "--paper" },
    { "madoguchi --export-cards=c.pdf --paper=b4", "b4" },
    { "madoguchi --export-cards=c.pdf --export-first-look=f.pdf", "Only one" },
    { "madoguchi --export-cards=c.pdf --export-data=-", "Only one" },
    { "madoguchi --export-contacts=", "file name is empty" },
    { "madoguchi --export-data=- --facility-type=pharmacy", "--facility-type" },
    { "madoguchi --month=2025-10", "--month" },
    { "madoguchi --measure=rank", "--measure" },
    { "madoguchi --as-of=2025-02-30", "2025-02-30" },
    { "madoguchi --as-of=", "as-of" },
    { "madoguchi --export-data=- extra", "extra" },
    { "madoguchi --import a.txt --export-data=-", "Only one" },
    { "madoguchi --version --check-guide=p.json", "Only one" },
    { "madoguchi --import a.csv --answer=percent", "percent" },
    { "madoguchi --import a.csv --answer==ratio", "=ratio" },
    { "madoguchi --answer=percent=ratio", "--answer" },
    { "madoguchi --verified-only", "--verified-only" },
    { "madoguchi --import a.csv --verified-only --accept-printed", "contradict" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MdgCliOptions) options = parse (cases[i].line, &error);

      assert_null (options);
      assert_non_null (error);
      mdg_test_assert_contains (error->message, cases[i].named);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_actions),
    cmocka_unit_test (test_values),
    cmocka_unit_test (test_answers),
    cmocka_unit_test (test_wrong_usage),
  };

  return mdg_test_run (tests);
}
