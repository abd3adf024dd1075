/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The built program on the command line, without a display. */

#include "util/mdg-test.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER \
  "month,as_of,area,area_name,facility_type,measure,value,unit,basis,quality,precision,edition,page"
#define DECK "data/datasets/sources/mhlw-deck-2025-11-13.txt"

typedef struct
{
  int status;
  char *output;
  char *errors;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->output);
  g_free (run->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Every test has a store of its own. */
typedef struct
{
  char *directory;
} Fixture;

static int
setup (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->directory = mdg_test_make_temp_dir ();
  *state = fixture;
  return 0;
}

static int
teardown (void **state)
{
  Fixture *fixture = *state;

  mdg_test_remove_tree (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture);
  return 0;
}

static void
run_program (Fixture *fixture, Run *run, const char *first, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list args;

  run_clear (run);
  *run = (Run) { 0 };
  g_ptr_array_add (argv, (char *) g_getenv ("MDG_TEST_PROGRAM"));
  va_start (args, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (args, const char *))
    g_ptr_array_add (argv, (char *) arg);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->directory, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  mdg_test_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &run->output, &run->errors, &error);
  mdg_test_assert_no_error (error);
  assert_true (g_subprocess_get_if_exited (process));
  run->status = g_subprocess_get_exit_status (process);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n';
  return n;
}

static char *
write_file (Fixture *fixture, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (fixture->directory, name, NULL);

  assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

/* The deck's text with one piece of it replaced. */
static char *
write_altered_deck (Fixture *fixture, const char *name, const char *from, const char *to)
{
  g_autofree char *text = mdg_test_read_source (DECK, NULL);
  g_auto (GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *altered = NULL;

  assert_int_equal (g_strv_length (parts), 2);
  altered = g_strconcat (parts[0], to, parts[1], NULL);
  return write_file (fixture, name, altered, -1);
}

static void
test_version (void **state)
{
  g_auto (Run) run = { 0 };

  run_program (*state, &run, "--version", NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_str_has_prefix (run.output, "madoguchi "));
}

static void
test_help (void **state)
{
  g_auto (Run) run = { 0 };

  run_program (*state, &run, "--help", NULL);
  assert_int_equal (run.status, 0);
  mdg_test_assert_contains (run.output, "--export-data");
  mdg_test_assert_contains (run.output, "--as-of");
}

static void
test_wrong_usage (void **state)
{
  g_auto (Run) run = { 0 };

  run_program (*state, &run, "--export-data=-", "--month=2025-99", NULL);
  assert_int_equal (run.status, 2);
  assert_string_equal (run.output, "");
  mdg_test_assert_contains (run.errors, "2025-99");

  run_program (*state, &run, "--export-map=map.gif", NULL);
  assert_int_equal (run.status, 2);
  mdg_test_assert_contains (run.errors, "map.gif");
}

static void
test_export_data (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *path = g_build_filename (fixture->directory, "all.csv", NULL);
  g_autofree char *all = NULL;

  run_program (fixture, &run, "--export-data=-", "--month=2025-10", "--measure=usage_rate_online",
               NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_str_has_prefix (run.output, HEADER "\n"));
  /* The nation and 47 prefectures, for all facilities and for each of the four types. */
  assert_int_equal (count_lines (run.output), 1 + 48 * 5);
  mdg_test_assert_contains (run.output,
                            "2025-10,,00,全国,all,usage_rate_online,37.14,percent,online,"
                            "verified,exact,mhlw-2025-11-13,");
  mdg_test_assert_contains (run.output,
                            "2025-10,,47,沖縄県,all,usage_rate_online,23.96,percent,online,"
                            "verified,exact,mhlw-2025-11-13,12");
  /* Slide 1 prints the counts of a type, not its rate: 13,308,759 of 23,346,654. */
  mdg_test_assert_contains (run.output, "2025-10,,00,全国,hospital,usage_rate_online,57.00,percent,"
                                        "online,derived,");

  run_program (fixture, &run, "--export-data=-", "--month=2025-09", "--measure=usage_rate_online",
               NULL);
  assert_int_equal (run.status, 0);
  /* Derived from this month's rate and its change: 23.96 - 1.24. */
  mdg_test_assert_contains (run.output,
                            "2025-09,,47,沖縄県,all,usage_rate_online,22.72,percent,online,"
                            "derived,");

  run_program (fixture, &run, "--export-data", path, NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_file_get_contents (path, &all, NULL, NULL));
  assert_true (count_lines (all) > 1300);
  mdg_test_assert_contains (all, ",rank_previous,");
  mdg_test_assert_contains (all, "insured_affected,77000000,persons,none,printed,approximate");

  run_program (fixture, &run, "--export-data=-", "--month=1999-01", NULL);
  assert_int_equal (run.status, 0);
  assert_string_equal (run.output, HEADER "\n");
  assert_true (strlen (run.errors) > 0);

  run_program (fixture, &run, "--export-data=/no/such/folder/x.csv", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "/no/such/folder");
}

static void
test_import_deck (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *deck = mdg_test_source_path (DECK);

  /* The bundled deck is known already; it is proved all the same, and nothing changes. */
  run_program (fixture, &run, "--import", deck, NULL);
  assert_int_equal (run.status, 0);
  mdg_test_assert_contains (run.output, "already stored");
}

static void
test_import_altered (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  /* One digit of the hospital table: the sum of verifications does not close any more. */
  g_autofree char *altered =
    write_altered_deck (fixture, "altered.txt", "257,396 369,027", "257,396 369,028");
  /* A space at the end changes no figure. */
  g_autofree char *same = write_altered_deck (fixture, "same.txt", "参考資料", "参考資料 ");

  run_program (fixture, &run, "--import", altered, NULL);
  assert_int_equal (run.status, 3);
  mdg_test_assert_contains (run.output, "Hospitals: refused");
  mdg_test_assert_contains (run.output, "Compare the refused tables with the published deck");
  mdg_test_assert_contains (run.output, "printed as 23,346,654, but the rows sum to 23,346,655");

  run_program (fixture, &run, "--export-data=-", "--all-editions", "--month=2025-10", NULL);
  assert_int_equal (run.status, 0);
  assert_null (strstr (run.output, ",369028,"));
  mdg_test_assert_contains (run.output, ",369027,");

  run_program (fixture, &run, "--import", same, NULL);
  assert_int_equal (run.status, 0);
  run_program (fixture, &run, "--import", same, NULL);
  assert_int_equal (run.status, 0);
  mdg_test_assert_contains (run.output, "already stored");
}

/* October's counts as November's: they sum and rank as they should, but no rate has changed since
 * October, which is known, and the changes printed are October's. */
static void
test_import_known (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *deck = mdg_test_read_source (DECK, NULL);
  g_autoptr (GString) text = g_string_new (deck);
  g_autofree char *path = NULL;

  g_string_replace (text, "令和 7年10月", "令和 7年11月", 0);
  g_string_replace (text, "令和７年10月", "令和７年11月", 0);
  g_string_replace (text, "令和7年10月", "令和7年11月", 0);
  g_string_replace (text, "令和7年9月", "令和7年10月", 0);
  g_string_replace (text, "R7.10月", "R7.11月", 0);
  g_string_replace (text, "R7.9順位", "R7.10順位", 0);
  g_string_replace (text, "10月分実績", "11月分実績", 0);
  path = write_file (fixture, "november.txt", text->str, -1);

  run_program (fixture, &run, "--import", path, NULL);
  assert_int_equal (run.status, 3);
  mdg_test_assert_contains (run.output, "Iwate: the change is printed as +1.39");
  mdg_test_assert_contains (run.output, "it should be 0.00");
  mdg_test_assert_contains (run.output, "the previous rank is printed as");

  run_program (fixture, &run, "--export-data=-", "--month=2025-11", "--measure=change_points",
               NULL);
  assert_int_equal (run.status, 0);
  assert_null (strstr (run.output, ",printed,"));
}

static void
test_import_bad (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *empty = write_file (fixture, "empty.txt", "", 0);
  g_autofree char *binary = write_file (fixture, "binary.txt",
                                        "\x7f"
                                        "ELF\0\0\0\xff\xfe",
                                        10);
  g_autofree char *loop = g_build_filename (fixture->directory, "loop.txt", NULL);
  g_autofree char *wrong = write_file (fixture, "wrong.txt", "a shopping list\nmilk\n", -1);
  g_autofree char *deck = mdg_test_source_path (DECK);

  run_program (fixture, &run, "--import", empty, binary, wrong, "/no/such/file.txt",
               fixture->directory, NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "empty.txt");
  mdg_test_assert_contains (run.errors, "binary.txt");
  mdg_test_assert_contains (run.errors, "wrong.txt");
  mdg_test_assert_contains (run.errors, "/no/such/file.txt");

  mdg_test_assert_contains (run.errors, "There is no such file. Check its name");
  assert_null (strstr (run.errors, "Error"));

  run_program (fixture, &run, "--import", empty, deck, NULL);
  assert_int_equal (run.status, 3);

  assert_int_equal (symlink ("loop.txt", loop), 0);
  run_program (fixture, &run, "--import", loop, "", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "a link that leads to no file");
  mdg_test_assert_contains (run.errors, "name of a file to import is empty");
}

/* A folder is all the files in it, and what no law proves can be left out. */
static void
test_import_folder (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *folder = g_build_filename (fixture->directory, "decks", NULL);
  g_autofree char *deck = NULL;

  assert_int_equal (g_mkdir (folder, 0700), 0);
  deck = write_altered_deck (fixture, "decks/deck.txt", "参考資料", "参考資料 ");

  run_program (fixture, &run, "--import", "--verified-only", folder, NULL);
  assert_int_equal (run.status, 0);
  mdg_test_assert_contains (run.output, deck);
  mdg_test_assert_contains (run.output, "1018 figures were stored");

  run_program (fixture, &run, "--export-data=-", "--all-editions", "--measure=card_holders", NULL);
  assert_int_equal (run.status, 0);
  /* The bundled edition's own, and none of the one that was just imported. */
  assert_null (strstr (run.output, "mhlw-2025-11-13-"));
}

static void
test_export_map (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  const struct
  {
    const char *name;
    const char *magic;
  } formats[] = { { "map.svg", "<?xml" }, { "map.PNG", "\x89PNG" }, { "map.pdf", "%PDF-" } };

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, formats[i].name, NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      run_program (fixture, &run, "--export-map", path, "--month=2025-10",
                   "--facility-type=pharmacy", NULL);
      assert_int_equal (run.status, 0);
      assert_true (g_file_get_contents (path, &contents, &length, NULL));
      assert_true (length > 10000);
      assert_memory_equal (contents, formats[i].magic, strlen (formats[i].magic));
      if (i == 0)
        {
          mdg_test_assert_contains (contents, "<title>");
          mdg_test_assert_contains (contents, "国土数値情報");
        }
    }

  run_program (fixture, &run, "--export-map=x.png", "--size=1920", NULL);
  assert_int_equal (run.status, 2);
  mdg_test_assert_contains (run.errors, "1920x1080");
  run_program (fixture, &run, "--export-map=x.svg", "--size=1920x1080", NULL);
  assert_int_equal (run.status, 2);
  mdg_test_assert_contains (run.errors, "drawn as PNG");
  run_program (fixture, &run, "--export-data=-", "--size=1920x1080", NULL);
  assert_int_equal (run.status, 2);

  run_program (fixture, &run, "--export-map=x.svg", "--month=2020-01", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "2025-10");
  run_program (fixture, &run, "--export-map=x.svg", "--measure=usage_rate_claims", NULL);
  assert_int_equal (run.status, 1);
}

/* The ministry's form as a file of each kind, for one facility type, with totals if wanted. */
static void
test_export_table (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *csv = g_build_filename (fixture->directory, "t.csv", NULL);
  g_autofree char *xlsx = g_build_filename (fixture->directory, "t.XLSX", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *grouped = NULL;
  g_autofree char *book = NULL;

  run_program (fixture, &run, "--export-table", csv, "--month=2025-10",
               "--facility-type=medical_clinic", NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_file_get_contents (csv, &contents, NULL, NULL));
  mdg_test_assert_contains (contents, "\n1,4,Akita,46.76,291565,623568\n");
  mdg_test_assert_contains (contents, "厚生労働省, 13 November 2025");
  mdg_test_assert_contains (contents, "p. 1, 13");
  assert_null (strstr (contents, "Kanto"));

  run_program (fixture, &run, "--export-table", csv, "--by-region", NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_file_get_contents (csv, &grouped, NULL, NULL));
  mdg_test_assert_contains (grouped, "\n,,\"Kanto, total\",37.04,35862795,96829146\n");

  run_program (fixture, &run, "--export-table", xlsx, "--facility-type=pharmacy", NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_file_get_contents (xlsx, &book, NULL, NULL));
  assert_memory_equal (book, "PK", 2);

  run_program (fixture, &run, "--export-table=t.doc", NULL);
  assert_int_equal (run.status, 2);
  mdg_test_assert_contains (run.errors, ".xlsx");
  run_program (fixture, &run, "--export-table", csv, "--month=2020-01", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "2025-10");
  run_program (fixture, &run, "--export-table=/nowhere/t.csv", NULL);
  assert_int_equal (run.status, 1);
}

static guint
count_briefings (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, "briefing-") && g_str_has_suffix (name, "-2025-10.pdf");

  return n;
}

/* What is asked for is written or refused, and nothing of it dropped in silence. */
static void
test_export_briefing (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *folder = g_build_filename (fixture->directory, "briefings", NULL);
  g_autofree char *path = g_build_filename (folder, "briefing-07-fukushima-2025-10.pdf", NULL);

  run_program (fixture, &run, "--export-briefing", folder, "--month=2025-10", "--prefecture=07",
               "--neighbours=04,Niigata", NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  assert_int_equal (count_briefings (folder), 1);

  run_program (fixture, &run, "--export-briefing", folder, "--month=2025-10", "--prefecture=07",
               "--neighbours=04,07", NULL);
  assert_int_equal (run.status, 2);
  mdg_test_assert_contains (run.errors, "itself");

  run_program (fixture, &run, "--export-briefing", folder, "--month=2025-10", "--neighbours=04",
               NULL);
  assert_int_equal (run.status, 0);
  assert_int_equal (count_briefings (folder), 47);
  mdg_test_assert_contains (run.errors, "Miyagi does not compare it with itself");

  run_program (fixture, &run, "--export-briefing", folder, "--month=2020-01", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "January 2020");
  mdg_test_assert_contains (run.errors, "2025-10");
}

/* Every document that can be printed is written on both papers, for the day that is asked for. */
static void
test_export_documents (void **state)
{
  static const char *const options[] = { "--export-cards",        "--export-first-look",
                                         "--export-checklists",   "--export-drills",
                                         "--export-outage-sheet", "--export-contacts" };
  static const char *const papers[] = { "--paper=a4", "--paper=a5" };
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *path = g_build_filename (fixture->directory, "document.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    for (guint j = 0; j < G_N_ELEMENTS (papers); j++)
      {
        g_autofree char *contents = NULL;

        run_program (fixture, &run, options[i], path, papers[j], "--as-of=2026-08-01", NULL);
        assert_int_equal (run.status, 0);
        assert_true (g_file_get_contents (path, &contents, NULL, NULL));
        assert_memory_equal (contents, "%PDF-", 5);
        assert_int_equal (g_remove (path), 0);
      }

  run_program (fixture, &run, "--export-cards", path, "--as-of=2020-01-01", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "2024-12-02");
  assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  run_program (fixture, &run, "--export-cards=/no/such/folder/cards.pdf", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "Choose a folder");
}

/* As the administrator, a rename onto a device would replace the device for everybody. */
static void
test_export_spares_links_and_devices (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *target = write_file (fixture, "target.csv", "old", -1);
  g_autofree char *link = g_build_filename (fixture->directory, "link.csv", NULL);
  g_autofree char *text = NULL;
  GStatBuf info;

  assert_int_equal (symlink ("target.csv", link), 0);
  run_program (fixture, &run, "--export-data", link, "--month=2025-10", NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_true (g_file_get_contents (target, &text, NULL, NULL));
  assert_true (g_str_has_prefix (text, HEADER));

  run_program (fixture, &run, "--export-data=/dev/null", NULL);
  assert_int_equal (run.status, 0);
  assert_int_equal (g_lstat ("/dev/null", &info), 0);
  assert_true (S_ISCHR (info.st_mode));

  run_program (fixture, &run, "--export-data=/dev/full", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "/dev/full");
  assert_int_equal (g_lstat ("/dev/full", &info), 0);
  assert_true (S_ISCHR (info.st_mode));

  run_program (fixture, &run, "--export-data", fixture->directory, NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, fixture->directory);
}

static void
test_check_guide (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *pack = mdg_test_source_path ("data/guide/pack.json");
  g_autofree char *bad = write_file (fixture, "bad.json", "{\"format\": 1, \"surprise\": []}", -1);

  run_program (fixture, &run, "--check-guide", pack, NULL);
  assert_int_equal (run.status, 0);
  run_program (fixture, &run, "--check-guide", bad, NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "bad.json");
  mdg_test_assert_contains (run.errors, "surprise");
}

static void
test_dump_guide (void **state)
{
  Fixture *fixture = *state;
  g_auto (Run) run = { 0 };
  g_autofree char *path = g_build_filename (fixture->directory, "guide.dot", NULL);
  g_autofree char *dot = NULL;

  run_program (fixture, &run, "--dump-guide", path, NULL);
  assert_int_equal (run.status, 0);
  assert_true (g_file_get_contents (path, &dot, NULL, NULL));
  assert_true (g_str_has_prefix (dot, "digraph guide {"));

  run_program (fixture, &run, "--dump-guide=/no/such/folder/x.dot", NULL);
  assert_int_equal (run.status, 1);
  mdg_test_assert_contains (run.errors, "/no/such/folder");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (test_version, setup, teardown),
    cmocka_unit_test_setup_teardown (test_help, setup, teardown),
    cmocka_unit_test_setup_teardown (test_wrong_usage, setup, teardown),
    cmocka_unit_test_setup_teardown (test_export_data, setup, teardown),
    cmocka_unit_test_setup_teardown (test_import_deck, setup, teardown),
    cmocka_unit_test_setup_teardown (test_import_altered, setup, teardown),
    cmocka_unit_test_setup_teardown (test_import_known, setup, teardown),
    cmocka_unit_test_setup_teardown (test_import_bad, setup, teardown),
    cmocka_unit_test_setup_teardown (test_import_folder, setup, teardown),
    cmocka_unit_test_setup_teardown (test_export_map, setup, teardown),
    cmocka_unit_test_setup_teardown (test_export_table, setup, teardown),
    cmocka_unit_test_setup_teardown (test_export_briefing, setup, teardown),
    cmocka_unit_test_setup_teardown (test_export_documents, setup, teardown),
    cmocka_unit_test_setup_teardown (test_export_spares_links_and_devices, setup, teardown),
    cmocka_unit_test_setup_teardown (test_check_guide, setup, teardown),
    cmocka_unit_test_setup_teardown (test_dump_guide, setup, teardown),
  };

  return mdg_test_run (tests);
}
