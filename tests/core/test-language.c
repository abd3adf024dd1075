/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/mdg-test.h"

#include "core/mdg-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define TEST_DOMAIN "mdg-test"

static const char *const variables[] = {
  "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "PANGO_LANGUAGE",
};

static void
set_environment (const char *language,
                 const char *lc_all,
                 const char *lc_messages,
                 const char *lang)
{
  const char *values[] = { language, lc_all, lc_messages, NULL, lang, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      if (values[i] != NULL)
        g_setenv (variables[i], values[i], TRUE);
      else
        g_unsetenv (variables[i]);
    }
  setlocale (LC_ALL, "C");
}

static void
test_preference (void **state)
{
  set_environment ("en", NULL, NULL, "en_US.UTF-8");
  mdg_language_init ("ja");
  assert_int_equal (mdg_language_get (), MDG_LANGUAGE_JAPANESE);
  assert_string_equal (g_getenv ("LANGUAGE"), "ja");

  set_environment ("ja", NULL, NULL, "ja_JP.UTF-8");
  mdg_language_init ("en");
  assert_int_equal (mdg_language_get (), MDG_LANGUAGE_ENGLISH);
  assert_string_equal (g_getenv ("LANGUAGE"), "en");
}

static void
test_environment (void **state)
{
  static const struct
  {
    const char *language;
    const char *lc_all;
    const char *lc_messages;
    const char *lang;
    MdgLanguage expected;
  } cases[] = {
    { NULL, NULL, NULL, NULL, MDG_LANGUAGE_ENGLISH },
    { NULL, NULL, NULL, "C", MDG_LANGUAGE_ENGLISH },
    { NULL, NULL, NULL, "C.UTF-8", MDG_LANGUAGE_ENGLISH },
    { NULL, NULL, NULL, "ja_JP.UTF-8", MDG_LANGUAGE_JAPANESE },
    { NULL, NULL, NULL, "ja", MDG_LANGUAGE_JAPANESE },
    { NULL, NULL, NULL, "ja_JP.eucJP", MDG_LANGUAGE_JAPANESE },
    { NULL, NULL, NULL, "en_GB.UTF-8", MDG_LANGUAGE_ENGLISH },
    { NULL, NULL, NULL, "de_DE.UTF-8", MDG_LANGUAGE_ENGLISH },
    { NULL, NULL, NULL, "jam_JM.UTF-8", MDG_LANGUAGE_ENGLISH },
    { NULL, NULL, "ja_JP.UTF-8", "en_US.UTF-8", MDG_LANGUAGE_JAPANESE },
    { NULL, "en_US.UTF-8", "ja_JP.UTF-8", "ja_JP.UTF-8", MDG_LANGUAGE_ENGLISH },
    { NULL, "ja_JP.UTF-8", "en_US.UTF-8", "en_US.UTF-8", MDG_LANGUAGE_JAPANESE },
    { "ja", "en_US.UTF-8", NULL, NULL, MDG_LANGUAGE_JAPANESE },
    { "en:ja", NULL, NULL, "ja_JP.UTF-8", MDG_LANGUAGE_ENGLISH },
    { "de:ja:en", NULL, NULL, "en_US.UTF-8", MDG_LANGUAGE_JAPANESE },
    { "", NULL, NULL, "ja_JP.UTF-8", MDG_LANGUAGE_JAPANESE },
  };
  static const char *const preferences[] = { "system", NULL, "", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      set_environment (cases[i].language, cases[i].lc_all, cases[i].lc_messages, cases[i].lang);
      mdg_language_init (preferences[i % G_N_ELEMENTS (preferences)]);

      if (mdg_language_get () != cases[i].expected)
        fail_msg ("case %u: %s", i, mdg_language_get_code (mdg_language_get ()));
      assert_string_equal (g_getenv ("LANGUAGE"), mdg_language_get_code (cases[i].expected));
    }
}

/* Writes a catalogue with one message, in the format of the GNU gettext manual, section 10.3. */
static void
write_catalogue (const char *directory, const char *id, const char *text)
{
  static const char header[] = "Content-Type: text/plain; charset=UTF-8\n";
  g_autofree char *folder = g_build_filename (directory, "ja", "LC_MESSAGES", NULL);
  g_autofree char *path = g_build_filename (folder, TEST_DOMAIN ".mo", NULL);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint32 id_at = 28 + 32;
  guint32 header_at = id_at + strlen (id) + 1;
  guint32 text_at = header_at + sizeof header;
  const guint32 words[] = {
    0x950412de,
    0,
    2,
    28,
    44,
    0,
    0,
    /* Originals, in order: the empty one, which ends where @id ends, and @id. */
    0,
    id_at + strlen (id),
    strlen (id),
    id_at,
    /* Translations. */
    strlen (header),
    header_at,
    strlen (text),
    text_at,
  };

  g_byte_array_append (bytes, (const guint8 *) words, sizeof words);
  g_byte_array_append (bytes, (const guint8 *) id, strlen (id) + 1);
  g_byte_array_append (bytes, (const guint8 *) header, sizeof header);
  g_byte_array_append (bytes, (const guint8 *) text, strlen (text) + 1);

  assert_int_equal (g_mkdir_with_parents (folder, 0700), 0);
  assert_true (g_file_set_contents (path, (const char *) bytes->data, bytes->len, NULL));
}

static void
test_gettext_agrees (void **state)
{
  static const char *const locales[] = { NULL,          "C",           "C.UTF-8",    "POSIX",
                                         "en_US.UTF-8", "ja_JP.UTF-8", "xx_XX.UTF-8" };

  /* The system knows no language but C's: nothing could be translated. */
  if (setlocale (LC_MESSAGES, "ja_JP.UTF-8") == NULL &&
      setlocale (LC_MESSAGES, "en_US.UTF-8") == NULL)
    skip ();

  write_catalogue (*state, "Rank", "順位");
  bindtextdomain (TEST_DOMAIN, *state);
  bind_textdomain_codeset (TEST_DOMAIN, "UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      for (guint with_all = 0; with_all < 2; with_all++)
        {
          set_environment (NULL, with_all ? locales[i] : NULL, NULL, locales[i]);
          mdg_language_init ("ja");
          assert_string_equal (dgettext (TEST_DOMAIN, "Rank"), "順位");

          /* As GTK does afterwards. */
          setlocale (LC_ALL, "");
          assert_string_equal (dgettext (TEST_DOMAIN, "Rank"), "順位");

          mdg_language_set (MDG_LANGUAGE_ENGLISH);
          assert_string_equal (dgettext (TEST_DOMAIN, "Rank"), "Rank");
          mdg_language_set (MDG_LANGUAGE_JAPANESE);
          assert_string_equal (dgettext (TEST_DOMAIN, "Rank"), "順位");

          set_environment (NULL, with_all ? locales[i] : NULL, NULL, locales[i]);
          mdg_language_init ("en");
          assert_string_equal (dgettext (TEST_DOMAIN, "Rank"), "Rank");
        }
    }
}

static void
test_code (void **state)
{
  assert_string_equal (mdg_language_get_code (MDG_LANGUAGE_ENGLISH), "en");
  assert_string_equal (mdg_language_get_code (MDG_LANGUAGE_JAPANESE), "ja");
}

static void
test_output_is_utf8 (void **state)
{
  const char *charset;

  set_environment (NULL, "C", NULL, NULL);
  mdg_language_init ("en");

  assert_true (g_get_charset (&charset));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_preference),
    cmocka_unit_test (test_environment),
    cmocka_unit_test_setup_teardown (test_gettext_agrees, mdg_test_temp_dir_setup,
                                     mdg_test_temp_dir_teardown),
    cmocka_unit_test (test_code),
    cmocka_unit_test (test_output_is_utf8),
  };

  return mdg_test_run (tests);
}
