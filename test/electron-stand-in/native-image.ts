import type { NativeImage } from 'electron';
import { partOf } from './absent.ts';

/** A picture from a PNG file's bytes, whose header holds width and height. */
export const imageFromPng = (png: Buffer): NativeImage =>
  partOf<NativeImage>('NativeImage', {
    toPNG: () => png,
    isEmpty: () => png.length === 0,
    getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
  });
