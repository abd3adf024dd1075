/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What a key does while a session is presented. */
typedef enum
{
  MDG_PRESENTER_NOTHING,
  MDG_PRESENTER_FORWARD,
  MDG_PRESENTER_BACK,
  MDG_PRESENTER_FIRST,
  MDG_PRESENTER_LAST,
  MDG_PRESENTER_SCROLL_UP,
  MDG_PRESENTER_SCROLL_DOWN,
  MDG_PRESENTER_VOTE,      /* with a digit */
  MDG_PRESENTER_UNVOTE,    /* with a digit */
  MDG_PRESENTER_TAKE_BACK, /* the last vote */
  MDG_PRESENTER_CLEAR,
  MDG_PRESENTER_BLACK,
  MDG_PRESENTER_WHITE,
  MDG_PRESENTER_INVERT,
  MDG_PRESENTER_LARGER,
  MDG_PRESENTER_SMALLER,
  MDG_PRESENTER_NORMAL_SIZE,
  MDG_PRESENTER_FULLSCREEN,
  MDG_PRESENTER_SHOW_KEYS,
  MDG_PRESENTER_LEAVE,
} MdgPresenterCommand;

MdgPresenterCommand mdg_presenter_keys_find (guint keyval,
                                             guint plain_keyval,
                                             GdkModifierType state,
                                             guint *digit);
gboolean mdg_presenter_keys_is_modifier (guint keyval);
guint mdg_presenter_keys_get_n (void);
void mdg_presenter_keys_describe (guint index, const char **keys, const char **what);

G_END_DECLS
