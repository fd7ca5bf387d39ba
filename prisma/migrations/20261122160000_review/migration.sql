-- CreateTable
CREATE TABLE "Card" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "source" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "rank" INTEGER NOT NULL,
    "suspendedAt" DATETIME,
    "restedAt" DATETIME,
    "buriedOn" INTEGER,
    "phase" TEXT,
    "stability" REAL,
    "difficulty" REAL,
    "step" INTEGER,
    "dueAt" DATETIME,
    "dueDay" INTEGER,
    "lastAt" DATETIME,
    "lastDay" INTEGER,
    "reps" INTEGER NOT NULL DEFAULT 0,
    "lapses" INTEGER NOT NULL DEFAULT 0,
    "lastReviewId" TEXT,
    "lastItemId" TEXT,
    "kindsMet" TEXT NOT NULL DEFAULT '{}',
    "userId" TEXT NOT NULL,
    "factId" TEXT NOT NULL,
    CONSTRAINT "Card_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Card_factId_fkey" FOREIGN KEY ("factId") REFERENCES "Fact" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "day" INTEGER NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "rating" TEXT NOT NULL,
    "selfRated" BOOLEAN NOT NULL,
    "right" BOOLEAN NOT NULL,
    "helped" BOOLEAN NOT NULL,
    "sure" BOOLEAN NOT NULL,
    "tookMs" INTEGER NOT NULL,
    "itemKind" TEXT NOT NULL,
    "itemVersion" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "given" TEXT,
    "followed" TEXT,
    "days" INTEGER,
    "phaseBefore" TEXT,
    "stabilityBefore" REAL,
    "difficultyBefore" REAL,
    "recallBefore" REAL,
    "userId" TEXT NOT NULL,
    "cardId" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    CONSTRAINT "Review_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "Card" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Review_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Undo" (
    "reviewId" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "userId" TEXT NOT NULL,
    CONSTRAINT "Undo_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "Review" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Undo_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReviewTotal" (
    "userId" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "reviews" INTEGER NOT NULL DEFAULT 0,
    "right" INTEGER NOT NULL DEFAULT 0,
    "fresh" INTEGER NOT NULL DEFAULT 0,
    "ripe" INTEGER NOT NULL DEFAULT 0,
    "tookMs" INTEGER NOT NULL DEFAULT 0,
    "recall" REAL NOT NULL DEFAULT 0,
    "logLoss" REAL NOT NULL DEFAULT 0,

    PRIMARY KEY ("userId", "scope", "place")
);

-- CreateTable
CREATE TABLE "UsualTime" (
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "usualMs" REAL NOT NULL,

    PRIMARY KEY ("userId", "kind")
);

-- CreateIndex
CREATE INDEX "Card_userId_dueDay_idx" ON "Card"("userId", "dueDay");

-- CreateIndex
CREATE INDEX "Card_userId_dueAt_idx" ON "Card"("userId", "dueAt");

-- CreateIndex
CREATE INDEX "Card_userId_phase_rank_idx" ON "Card"("userId", "phase", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "Card_userId_factId_key" ON "Card"("userId", "factId");

-- CreateIndex
CREATE INDEX "Review_cardId_at_idx" ON "Review"("cardId", "at");

-- CreateIndex
CREATE INDEX "Review_userId_receivedAt_idx" ON "Review"("userId", "receivedAt");

