/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "desk/training/mdg-presenter-keys.h"

#include <glib/gi18n.h>

/* Remote controls send Page Up and Page Down, B or the full stop, and F5 and Escape. */
static const struct
{
  guint keyval;
  MdgPresenterCommand command;
} plain_keys[] = {
  { GDK_KEY_Page_Down, MDG_PRESENTER_FORWARD },
  { GDK_KEY_KP_Page_Down, MDG_PRESENTER_FORWARD },
  { GDK_KEY_Right, MDG_PRESENTER_FORWARD },
  { GDK_KEY_KP_Right, MDG_PRESENTER_FORWARD },
  { GDK_KEY_space, MDG_PRESENTER_FORWARD },
  { GDK_KEY_KP_Space, MDG_PRESENTER_FORWARD },
  { GDK_KEY_Return, MDG_PRESENTER_FORWARD },
  { GDK_KEY_KP_Enter, MDG_PRESENTER_FORWARD },
  { GDK_KEY_ISO_Enter, MDG_PRESENTER_FORWARD },
  { GDK_KEY_Forward, MDG_PRESENTER_FORWARD },
  { GDK_KEY_Page_Up, MDG_PRESENTER_BACK },
  { GDK_KEY_KP_Page_Up, MDG_PRESENTER_BACK },
  { GDK_KEY_Left, MDG_PRESENTER_BACK },
  { GDK_KEY_KP_Left, MDG_PRESENTER_BACK },
  { GDK_KEY_BackSpace, MDG_PRESENTER_BACK },
  { GDK_KEY_Back, MDG_PRESENTER_BACK },
  { GDK_KEY_Home, MDG_PRESENTER_FIRST },
  { GDK_KEY_KP_Home, MDG_PRESENTER_FIRST },
  { GDK_KEY_End, MDG_PRESENTER_LAST },
  { GDK_KEY_KP_End, MDG_PRESENTER_LAST },
  { GDK_KEY_Up, MDG_PRESENTER_SCROLL_UP },
  { GDK_KEY_KP_Up, MDG_PRESENTER_SCROLL_UP },
  { GDK_KEY_Down, MDG_PRESENTER_SCROLL_DOWN },
  { GDK_KEY_KP_Down, MDG_PRESENTER_SCROLL_DOWN },
  { GDK_KEY_minus, MDG_PRESENTER_TAKE_BACK },
  { GDK_KEY_KP_Subtract, MDG_PRESENTER_TAKE_BACK },
  { GDK_KEY_Delete, MDG_PRESENTER_CLEAR },
  { GDK_KEY_KP_Delete, MDG_PRESENTER_CLEAR },
  { GDK_KEY_b, MDG_PRESENTER_BLACK },
  { GDK_KEY_period, MDG_PRESENTER_BLACK },
  { GDK_KEY_kana_fullstop, MDG_PRESENTER_BLACK },
  { GDK_KEY_w, MDG_PRESENTER_WHITE },
  { GDK_KEY_comma, MDG_PRESENTER_WHITE },
  { GDK_KEY_i, MDG_PRESENTER_INVERT },
  { GDK_KEY_F11, MDG_PRESENTER_FULLSCREEN },
  { GDK_KEY_F5, MDG_PRESENTER_FULLSCREEN },
  { GDK_KEY_F1, MDG_PRESENTER_SHOW_KEYS },
  { GDK_KEY_question, MDG_PRESENTER_SHOW_KEYS },
  { GDK_KEY_Escape, MDG_PRESENTER_LEAVE },
};

static const struct
{
  guint keyval;
  MdgPresenterCommand command;
} control_keys[] = {
  { GDK_KEY_plus, MDG_PRESENTER_LARGER },   { GDK_KEY_KP_Add, MDG_PRESENTER_LARGER },
  { GDK_KEY_equal, MDG_PRESENTER_LARGER },  { GDK_KEY_semicolon, MDG_PRESENTER_LARGER },
  { GDK_KEY_minus, MDG_PRESENTER_SMALLER }, { GDK_KEY_KP_Subtract, MDG_PRESENTER_SMALLER },
  { GDK_KEY_0, MDG_PRESENTER_NORMAL_SIZE }, { GDK_KEY_KP_0, MDG_PRESENTER_NORMAL_SIZE },
  { GDK_KEY_Home, MDG_PRESENTER_FIRST },    { GDK_KEY_End, MDG_PRESENTER_LAST },
};

static const struct
{
  const char *keys;
  const char *what;
} help[] = {
  { N_ ("Page Down, Right, Space, Enter"), N_ ("Forward") },
  { N_ ("Page Up, Left, Backspace"), N_ ("Back") },
  { N_ ("1 to 9"), N_ ("One vote more for that answer") },
  { N_ ("Shift and 1 to 9"), N_ ("One vote fewer for that answer") },
  { N_ ("Minus"), N_ ("Take the last vote back") },
  { N_ ("Delete"), N_ ("Take all votes on the question back") },
  { N_ ("B or full stop"), N_ ("Black screen; any key returns") },
  { N_ ("W"), N_ ("White screen; any key returns") },
  { N_ ("I"), N_ ("Light on dark, or dark on light") },
  { N_ ("Ctrl and plus, minus, 0"), N_ ("Larger, smaller, normal text") },
  { N_ ("Up, Down"), N_ ("Scroll, where the text is longer than the screen") },
  { N_ ("Home, End"), N_ ("First, last scenario") },
  { N_ ("F11 or F5"), N_ ("Full screen, or not") },
  { N_ ("Escape"), N_ ("Leave; everything is saved") },
};

static gboolean
get_digit (guint keyval, guint *digit)
{
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    *digit = keyval - GDK_KEY_0;
  else if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    *digit = keyval - GDK_KEY_KP_0;
  else
    return FALSE;

  return TRUE;
}

/**
 * mdg_presenter_keys_find:
 * @keyval: the key as it was pressed
 * @plain_keyval: what the same key gives without modifiers: with Shift, a digit is another sign,
 *   and which one depends on the keyboard
 * @state: the modifiers held
 * @digit: (out): 1 to 9, for votes
 *
 * Finds out what a key does.
 *
 * Returns: the command, or %MDG_PRESENTER_NOTHING
 */
MdgPresenterCommand
mdg_presenter_keys_find (guint keyval, guint plain_keyval, GdkModifierType state, guint *digit)
{
  *digit = 0;
  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return MDG_PRESENTER_NOTHING;

  if ((state & GDK_CONTROL_MASK) != 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (control_keys); i++)
        if (control_keys[i].keyval == keyval)
          return control_keys[i].command;
      return MDG_PRESENTER_NOTHING;
    }

  /* The sign first: what is a question mark is no vote, whichever key it is on. */
  for (guint i = 0; i < G_N_ELEMENTS (plain_keys); i++)
    if (plain_keys[i].keyval == gdk_keyval_to_lower (keyval))
      return plain_keys[i].command;

  if (get_digit (keyval, digit) || get_digit (plain_keyval, digit))
    return (state & GDK_SHIFT_MASK) != 0 ? MDG_PRESENTER_UNVOTE : MDG_PRESENTER_VOTE;

  return MDG_PRESENTER_NOTHING;
}

/**
 * mdg_presenter_keys_is_modifier:
 * @keyval: a key
 *
 * Returns: whether it does nothing by itself, so that it is not "any key" either
 */
gboolean
mdg_presenter_keys_is_modifier (guint keyval)
{
  return (keyval >= GDK_KEY_Shift_L && keyval <= GDK_KEY_Hyper_R) ||
         keyval == GDK_KEY_ISO_Level3_Shift || keyval == GDK_KEY_Num_Lock ||
         keyval == GDK_KEY_Scroll_Lock || keyval == GDK_KEY_VoidSymbol;
}

/**
 * mdg_presenter_keys_get_n:
 *
 * Returns: how many lines the help has
 */
guint
mdg_presenter_keys_get_n (void)
{
  return G_N_ELEMENTS (help);
}

/**
 * mdg_presenter_keys_describe:
 * @index: less than mdg_presenter_keys_get_n()
 * @keys: (out) (transfer none): keys
 * @what: (out) (transfer none): what they do
 *
 * Gets a line of the help.
 */
void
mdg_presenter_keys_describe (guint index, const char **keys, const char **what)
{
  g_return_if_fail (index < G_N_ELEMENTS (help));

  *keys = _ (help[index].keys);
  *what = _ (help[index].what);
}
