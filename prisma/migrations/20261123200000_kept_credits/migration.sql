-- AlterTable
ALTER TABLE "PaperScore" ADD COLUMN "credits" TEXT NOT NULL DEFAULT '[]';
