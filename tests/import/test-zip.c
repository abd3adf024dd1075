/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import/mdg-archive-fixture.h"
#include "import/mdg-import-error.h"
#include "import/read/mdg-xml.h"
#include "import/read/mdg-zip.h"
#include "util/mdg-test.h"

#include <string.h>

static gboolean
append_cb (const char *block, gsize length, gpointer data, GError **error)
{
  g_string_append_len (data, block, (gssize) length);

  return TRUE;
}

static void
assert_refused (GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;

  assert_null (mdg_zip_new (bytes, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, code);
}

static void
test_members (void **state)
{
  g_autoptr (GBytes) bytes = mdg_archive_fixture_make ("a.txt", "one", "b/c.txt", "two", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgZip) zip = mdg_zip_new (bytes, &error);
  g_autoptr (GString) content = g_string_new (NULL);

  mdg_test_assert_no_error (error);
  assert_true (mdg_zip_has (zip, "a.txt"));
  assert_false (mdg_zip_has (zip, "c.txt"));
  assert_true (mdg_zip_read (zip, "b/c.txt", append_cb, content, NULL, &error));
  mdg_test_assert_no_error (error);
  assert_string_equal (content->str, "two");
  assert_false (mdg_zip_read (zip, "none", append_cb, content, NULL, &error));
  mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED);
  mdg_test_assert_contains (error->message, "none");
}

/* Refused by what the directory declares, before anything is inflated. */
static void
test_bombs (void **state)
{
  g_autofree char *blanks = g_strnfill (64 * 1024 * 1024, ' ');
  g_autoptr (GBytes) bomb = mdg_archive_fixture_make ("a", blanks, NULL);
  MdgArchiveFixture *fixture = mdg_archive_fixture_new ();
  g_autoptr (GBytes) crowd = NULL;
  g_autoptr (GBytes) twins = mdg_archive_fixture_make ("a", "1", "a", "2", NULL);

  for (guint i = 0; i <= MDG_ZIP_MAX_MEMBERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      mdg_archive_fixture_add (fixture, name, "");
    }
  crowd = mdg_archive_fixture_finish (fixture);

  assert_refused (bomb, MDG_IMPORT_ERROR_TOO_LARGE);
  assert_refused (crowd, MDG_IMPORT_ERROR_TOO_LARGE);
  assert_refused (twins, MDG_IMPORT_ERROR_DAMAGED);
}

/* Writes @value into the sizes that the archive declares of its only member. */
static GBytes *
lie (GBytes *bytes, guint32 value)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  g_autofree guint8 *copy = g_memdup2 (data, length);
  guint32 little = GUINT32_TO_LE (value);
  guint n = 0;

  for (gsize i = 0; i + 46 < length; i++)
    if (memcmp (copy + i, "PK\x01\x02", 4) == 0 || memcmp (copy + i, "PK\x03\x04", 4) == 0)
      {
        memcpy (copy + i + (copy[i + 2] == 1 ? 24 : 22), &little, sizeof little);
        n++;
      }
  assert_int_equal (n, 2);

  return g_bytes_new (copy, length);
}

/* A member that is larger than it says is stopped while it is inflated; one that says too much is not
 * even begun. */
static void
test_lying_sizes (void **state)
{
  g_autofree char *text = g_strnfill (3 * 1024 * 1024, 'x');
  g_autoptr (GBytes) bytes = mdg_archive_fixture_make ("a", text, NULL);
  g_autoptr (GBytes) small = lie (bytes, 1000);
  g_autoptr (GBytes) large = lie (bytes, 0x7fffffff);
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgZip) zip = mdg_zip_new (small, &error);
  g_autoptr (GString) content = g_string_new (NULL);

  mdg_test_assert_no_error (error);
  assert_false (mdg_zip_read (zip, "a", append_cb, content, NULL, &error));
  assert_non_null (error);
  assert_true (error->domain == MDG_IMPORT_ERROR);
  assert_true (content->len <= 1000);
  assert_refused (large, MDG_IMPORT_ERROR_TOO_LARGE);
}

static void
test_truncated (void **state)
{
  g_autoptr (GBytes) bytes = mdg_archive_fixture_make ("a.txt", "one", "b/c.txt", "two", NULL);
  gsize length = g_bytes_get_size (bytes);

  for (gsize i = 0; i < length; i++)
    {
      /* A copy of the exact size, so that a sanitizer sees a step too far. */
      g_autoptr (GBytes) part = g_bytes_new (g_bytes_get_data (bytes, NULL), i);
      g_autoptr (GError) error = NULL;
      g_autoptr (MdgZip) zip = mdg_zip_new (part, &error);

      assert_int_equal (zip == NULL, error != NULL);
    }
}

static void
test_altered (void **state)
{
  g_autoptr (GRand) rand = mdg_test_new_rand ();
  g_autoptr (GBytes) bytes = mdg_archive_fixture_make ("a", "one one one one one", "b", "2", NULL);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) altered = NULL;
      g_autoptr (MdgZip) zip = NULL;
      g_autoptr (GString) content = g_string_new (NULL);

      for (guint j = 0; j < 1 + i % 3; j++)
        copy[g_rand_int_range (rand, 0, (gint) length)] = (guint8) g_rand_int_range (rand, 0, 256);
      altered = g_bytes_new (copy, length);
      zip = mdg_zip_new (altered, NULL);
      if (zip != NULL)
        mdg_zip_read (zip, "a", append_cb, content, NULL, NULL);
      assert_true (content->len < 1000000);
    }
}

static gboolean
start_cb (const char *name, const char **names, const char **values, gpointer data, GError **error)
{
  const char *value = mdg_xml_get (names, values, "v");

  g_string_append_printf (data, "<%s%s%s", name, value != NULL ? "=" : "",
                          value != NULL ? value : "");

  return TRUE;
}

static gboolean
text_cb (const char *text, gsize length, gpointer data, GError **error)
{
  return append_cb (text, length, data, error);
}

static const MdgXmlHandler handler = { .start = start_cb, .text = text_cb };

static void
assert_parses (const char *content, const char *expected)
{
  g_autoptr (GBytes) bytes = mdg_archive_fixture_make ("m.xml", content, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MdgZip) zip = mdg_zip_new (bytes, &error);
  g_autoptr (GString) seen = g_string_new (NULL);

  mdg_test_assert_no_error (error);
  assert_int_equal (mdg_xml_parse (zip, "m.xml", &handler, seen, NULL, &error), expected != NULL);
  if (expected != NULL)
    assert_string_equal (seen->str, expected);
  else
    mdg_test_assert_error (error, MDG_IMPORT_ERROR, MDG_IMPORT_ERROR_DAMAGED);
}

static void
test_xml (void **state)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autofree char *endless = g_strnfill (3 * 1024 * 1024, 'x');
  g_autofree char *text = g_strconcat ("<a>", endless, "</a>", NULL);

  assert_parses ("<?xml version=\"1.0\"?><n:a n:v=\"1\"><![CDATA[<]]>&amp;</n:a>", "<a=1<&");
  assert_parses ("\xef\xbb\xbf<a/>", "<a");
  /* What a document type declares is never expanded. */
  assert_parses ("<!DOCTYPE a [<!ENTITY e \"xxxxxxxxxx\">]><a>&e;</a>", NULL);
  assert_parses ("<a><b></a>", NULL);
  assert_parses ("<a>", NULL);
  assert_parses (text, NULL);
  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");
  assert_parses (deep->str, NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_members),     cmocka_unit_test (test_bombs),
    cmocka_unit_test (test_lying_sizes), cmocka_unit_test (test_truncated),
    cmocka_unit_test (test_altered),     cmocka_unit_test (test_xml),
  };

  return mdg_test_run (tests);
}
