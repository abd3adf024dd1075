/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "core/mdg-language.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

static const char *const codes[MDG_N_LANGUAGES] = {
  [MDG_LANGUAGE_ENGLISH] = "en",
  [MDG_LANGUAGE_JAPANESE] = "ja",
};

static MdgLanguage current = MDG_LANGUAGE_ENGLISH;

static gboolean
is_code_of (const char *name, MdgLanguage language)
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

static gboolean
is_any_c (const char *locale)
{
  return is_plain_c (locale) || g_str_has_prefix (locale, "C.");
}

/* GTK sets the locale from the environment once more, so the environment has to agree. */
static gboolean
change_locale (int category, const char *variable, const char *locale)
{
  const char *override = g_getenv ("LC_ALL");

  if (setlocale (category, locale) == NULL)
    return FALSE;

  g_setenv (override != NULL && *override != '\0' ? "LC_ALL" : variable, locale, TRUE);

  return TRUE;
}

/* gettext gives no translation at all while the locale of messages is "C" or "C.UTF-8", whatever
 * LANGUAGE says. Any other locale will do, because LANGUAGE comes before its name. */
static void
leave_c_locale (void)
{
  static const char *const locales[] = {
    "ja_JP.UTF-8", "en_US.UTF-8", "en_GB.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8",
  };

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      if (change_locale (LC_MESSAGES, "LC_MESSAGES", locales[i]))
        return;
    }

  g_info ("No locale but C is installed, so messages stay untranslated; install ja_JP.UTF-8.");
}

static void
apply (MdgLanguage language)
{
  g_autofree char *domain = NULL;

  current = language;
  g_setenv ("LANGUAGE", codes[language], TRUE);

  /* Japanese names stand on an English screen too, and must not be set in Chinese letter forms. */
  g_setenv ("PANGO_LANGUAGE", language == MDG_LANGUAGE_JAPANESE ? "ja" : "en:ja", TRUE);

  /* Japanese names are printed in every language, which plain "C" would turn into question marks. */
  if (is_plain_c (setlocale (LC_CTYPE, NULL)))
    change_locale (LC_CTYPE, "LC_CTYPE", "C.UTF-8");

  /* Untranslated messages are English. */
  if (language != MDG_LANGUAGE_ENGLISH && is_any_c (setlocale (LC_MESSAGES, NULL)))
    leave_c_locale ();

  /* Setting the same text domain is how gettext is told that the environment changed, and that it
   * has to look for its catalogues again. */
  domain = g_strdup (textdomain (NULL));
  textdomain (domain);
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
 * gettext disregards LANGUAGE while the locale of messages is "C" or "C.UTF-8", as it also is where
 * the locale of the environment was never installed. For Japanese the locale of messages then
 * becomes one that is installed, both in the process and in the environment.
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
