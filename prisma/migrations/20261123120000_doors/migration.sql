-- CreateTable
CREATE TABLE "WrongCode" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "who" TEXT NOT NULL,
    "at" DATETIME NOT NULL
);

-- AlterTable: in place, so that a column which another migration has added stays.
ALTER TABLE "Member" ADD COLUMN "removed" BOOLEAN NOT NULL DEFAULT false;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Seat" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT,
    "name" TEXT NOT NULL,
    "number" TEXT NOT NULL DEFAULT '',
    "role" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "takenAt" DATETIME,
    "courseId" TEXT NOT NULL,
    "userId" TEXT,
    CONSTRAINT "Seat_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "Course" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Seat_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_Seat" ("courseId", "createdAt", "email", "id", "name", "number", "role", "sentAt", "takenAt", "token", "userId") SELECT "courseId", "createdAt", "email", "id", "name", "number", "role", "sentAt", "takenAt", "token", "userId" FROM "Seat";
DROP TABLE "Seat";
ALTER TABLE "new_Seat" RENAME TO "Seat";
CREATE UNIQUE INDEX "Seat_token_key" ON "Seat"("token");
CREATE INDEX "Seat_userId_idx" ON "Seat"("userId");
CREATE UNIQUE INDEX "Seat_courseId_email_key" ON "Seat"("courseId", "email");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "WrongCode_who_at_idx" ON "WrongCode"("who", "at");

-- CreateIndex
CREATE INDEX "WrongCode_at_idx" ON "WrongCode"("at");

