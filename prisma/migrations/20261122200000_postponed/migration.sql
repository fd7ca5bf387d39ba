-- AlterTable
ALTER TABLE "Card" ADD COLUMN "postponedTo" INTEGER;
