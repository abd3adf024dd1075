/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MdgLanguage:
 * @MDG_LANGUAGE_ENGLISH: English
 * @MDG_LANGUAGE_JAPANESE: Japanese
 *
 * The language of everything on screen. It is decided once, at the start of the process, so that
 * gettext, guide texts and area names never disagree.
 */
typedef enum
{
  MDG_LANGUAGE_ENGLISH,
  MDG_LANGUAGE_JAPANESE,
} MdgLanguage;

#define MDG_N_LANGUAGES 2

void mdg_language_init (const char *preference);
MdgLanguage mdg_language_get (void);
void mdg_language_set (MdgLanguage language);
const char *mdg_language_get_code (MdgLanguage language);

G_END_DECLS
