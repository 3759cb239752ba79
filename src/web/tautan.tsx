/** Router links in the shape of a button or of text, typed by the addresses of the app. */
import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type A<P> = P &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P> & { ref?: Ref<HTMLAnchorElement> }

export const TombolTautan = createLink((props: A<ButtonProps>) => (
  <Button component="a" {...props} />
))
export const Tautan = createLink((props: A<AnchorProps>) => <Anchor size="sm" {...props} />)
