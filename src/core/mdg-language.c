/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-language.h"

#include <locale.h>
#include <string.h>

static const char *const codes[MDG_N_LANGUAGES] = {
  [MDG_LANGUAGE_ENGLISH] = "en",
  [MDG_LANGUAGE_JAPANESE] = "ja",
};

static MdgLanguage current = MDG_LANGUAGE_ENGLISH;

static gboolean
is_code_of (const char  *name,
            MdgLanguage  language)
{
  const char *code = codes[language];
  gsize length = strlen (code);

  /* "ja", "ja_JP", "ja_JP.UTF-8" and "ja.UTF-8", but not "jam" (a creole). */
  return g_ascii_strncasecmp (name, code, length) == 0 && !g_ascii_isalpha (name[length]);
}

static MdgLanguage
language_of_environment (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      for (guint language = 0; language < MDG_N_LANGUAGES; language++)
        {
          if (is_code_of (names[i], language))
            return language;
        }
    }

  return MDG_LANGUAGE_ENGLISH;
}

static gboolean
is_plain_c (const char *locale)
{
  return locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0;
}

static void
apply (MdgLanguage language)
{
  g_autofree char *messages = NULL;

  current = language;
  g_setenv ("LANGUAGE", codes[language], TRUE);

  /* gettext ignores LANGUAGE while the locale of messages is "C", as it is where none is set or
   * the one that is set was never installed. The environment follows, because GTK sets the locale
   * from it once more. */
  if (is_plain_c (setlocale (LC_MESSAGES, NULL)))
    {
      g_setenv (g_getenv ("LC_ALL") != NULL ? "LC_ALL" : "LC_MESSAGES", "C.UTF-8", TRUE);
      if (is_plain_c (setlocale (LC_CTYPE, NULL)) && setlocale (LC_CTYPE, "C.UTF-8") != NULL
          && g_getenv ("LC_ALL") == NULL)
        g_setenv ("LC_CTYPE", "C.UTF-8", TRUE);
      setlocale (LC_MESSAGES, "C.UTF-8");
    }
  else
    {
      /* Makes gettext forget which catalogue it found for the former LANGUAGE. */
      messages = g_strdup (setlocale (LC_MESSAGES, NULL));
      setlocale (LC_MESSAGES, messages);
    }
}

/**
 * mdg_language_init:
 * @preference: (nullable): "ja", "en", or anything else (by custom "system") for the language of
 *   the environment
 *
 * Decides the language of the process. To be called once, at the start of `main ()`, before there
 * are threads and before GTK is initialised, because it changes the environment: it sets the
 * locale, and the variable LANGUAGE so that gettext gives the same language as
 * [func@mdg_language_get].
 *
 * gettext disregards LANGUAGE when the locale is plain "C". In that case the locale of messages
 * becomes "C.UTF-8", both in the process and in the environment.
 *
 * The environment is asked as GLib does: LANGUAGE, LC_ALL, LC_MESSAGES, LANG; the first language
 * that there is wins, English if there is none.
 */
void
mdg_language_init (const char *preference)
{
  setlocale (LC_ALL, "");

  for (guint language = 0; language < MDG_N_LANGUAGES; language++)
    {
      if (g_strcmp0 (preference, codes[language]) == 0)
        {
          apply (language);
          return;
        }
    }

  apply (language_of_environment ());
}

/**
 * mdg_language_get:
 *
 * Returns: the language of everything on screen; English before [func@mdg_language_init]
 */
MdgLanguage
mdg_language_get (void)
{
  return current;
}

/**
 * mdg_language_set:
 * @language: a language
 *
 * Changes the language, for programs that print more than one and for tests. As
 * [func@mdg_language_init], it changes the environment.
 */
void
mdg_language_set (MdgLanguage language)
{
  g_return_if_fail (language < MDG_N_LANGUAGES);

  apply (language);
}

/**
 * mdg_language_get_code:
 * @language: a language
 *
 * Returns: its ISO 639-1 code, "en" or "ja"
 */
const char *
mdg_language_get_code (MdgLanguage language)
{
  g_return_val_if_fail (language < MDG_N_LANGUAGES, codes[MDG_LANGUAGE_ENGLISH]);

  return codes[language];
}
