-- AlterTable
ALTER TABLE "Review" ADD COLUMN "terms" TEXT;
