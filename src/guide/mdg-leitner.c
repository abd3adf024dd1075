/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "guide/mdg-leitner.h"

static const guint intervals[MDG_LEITNER_LAST + 1] = { 0, 0, 1, 3, 7, 14 };

/**
 * mdg_leitner_move:
 * @box: the box it lies in
 * @is_right: whether it was answered rightly
 *
 * Returns: the box it goes to: the next one, at most the last, or the first if it was wrong. What is
 *   right the first time skips the first box.
 */
guint
mdg_leitner_move (guint box, gboolean is_right)
{
  if (!is_right)
    return MDG_LEITNER_FIRST;

  return MIN (MAX (box, MDG_LEITNER_FIRST) + 1, MDG_LEITNER_LAST);
}

/**
 * mdg_leitner_get_interval:
 * @box: a box
 *
 * Returns: after how many days what lies in it is asked again
 */
guint
mdg_leitner_get_interval (guint box)
{
  return intervals[MIN (box, MDG_LEITNER_LAST)];
}

/**
 * mdg_leitner_is_due:
 * @box: a box
 * @last: the day of the last answer
 * @today: today
 *
 * Returns: whether what lies in it is to be asked; what was never asked is not due, but new. A clock
 *   that was set back makes nothing due.
 */
gboolean
mdg_leitner_is_due (guint box, MdgDay last, MdgDay today)
{
  return box != MDG_LEITNER_NEW && today >= last + mdg_leitner_get_interval (box);
}
