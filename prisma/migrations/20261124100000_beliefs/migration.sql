-- AlterTable
ALTER TABLE "Practice" ADD COLUMN "aim" TEXT NOT NULL DEFAULT 'chosen';

-- AlterTable
ALTER TABLE "PracticeItem" ADD COLUMN "body" TEXT;

-- CreateTable
CREATE TABLE "DismissedBelief" (
    "beliefId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "userId" TEXT NOT NULL,

    PRIMARY KEY ("userId", "beliefId"),
    CONSTRAINT "DismissedBelief_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
