namespace OrderToCash.Matching;

/// <summary>Payments that name what they pay: references, claims, numbers in the text.</summary>
internal sealed partial class Matcher
{
    private const int LeastDigitsOfNumber = 5;
    private const int LeastDigitsOfPart = 7;
    private const int MaxEqualAmounts = 16;
    private const ulong MaxRange = 30;

    private bool ProposeNamedExact(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        if (ProposeClaims(payment, isWhole: true, out proposal)) return true;
        if (row.NamedCount > 0 && (ProposeNamedSingle(payment, out proposal) || ProposeNamedSum(payment, out proposal)
            || ProposeNamedRange(payment, out proposal) || ProposeNamedAcross(payment, out proposal)
            || ProposeNamedDiscounted(payment, out proposal))) return true;
        return ProposeDamaged(payment, out proposal);
    }

    // One named item asks for exactly this amount. Two that do are a tie, unless one is named better or both are instalments
    // of one document.
    private bool ProposeNamedSingle(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        var (best, bestRank, isTie) = (-1, 0, false);
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            ref readonly var naming = ref namings[i];
            if (Left(naming.Item) != row.Amount || !IsOpen(naming.Item)) continue;
            if (naming.Strength <= Strength.Part && Conflicts(row, naming.Item)) continue;
            var rank = RankOf(row, naming);
            if (best >= 0 && rank == bestRank)
            {
                if (!IsSameDocument(namings[best].Item, naming.Item)) isTie = true;
                else if (IsOlder(naming.Item, namings[best].Item)) best = i;
            }
            if (best < 0 || rank > bestRank) (best, bestRank, isTie) = (i, rank, false);
        }
        proposal = default;
        if (best < 0 || isTie) return false;
        var start = allots.Count;
        AddAllot(namings[best], row.Amount, 0, 0);
        var confidence = NamedConfidence(row, namings[best]);
        if (namings[best].Strength == Strength.Part && !Agrees(row, namings[best].Item) && !IsOnlyOfAmount(row))
            confidence = Math.Min(confidence, policy.ApplyAt - 1);
        proposal = Propose(payment, start, bestRank, MatchOutcome.Full, EvidenceKind.ExactAmount, confidence);
        return true;
    }

    // One item is named by a reference or a claim, or whole by its payer, and less the discount that is granted it asks for
    // exactly this amount. Whoever names it as well and pays it in full comes first; a stranger who does leaves it to a person.
    private bool ProposeNamedDiscounted(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        var best = -1;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            if (namings[i].Strength < Strength.Number) continue;
            if (best >= 0) return false;
            best = i;
        }
        if (best < 0 || row.HasClaimedAmounts || row.IsMisnamed || !IsDiscounted(row, namings[best].Item)) return false;
        ref readonly var naming = ref namings[best];
        if (naming.IsDoubtful || !(naming.Strength >= Strength.Claim ? !Conflicts(row, naming.Item) : Agrees(row, naming.Item)))
            return false;
        var start = allots.Count;
        AddAllot(naming, row.Amount, Left(naming.Item) - row.Amount, 0);
        proposal = Propose(payment, start, RankOf(row, naming) - 1, MatchOutcome.Discounted, EvidenceKind.DiscountedAmount,
            NamedConfidence(row, naming) - 50);
        return true;
    }

    private bool IsDiscounted(in PaymentState row, int item) => book.Items[item].HasDiscount && row.Amount < Left(item)
        && IsOpen(item) && Left(item) - DiscountOn(item, row.Date) == row.Amount;

    // A few digits and an amount that many ask for meet by chance.
    private bool IsOnlyOfAmount(in PaymentState row)
    {
        var same = 0;
        for (var item = book.Amounts.First(OpenItemBook.AmountKey(row.Amount, row.Currency)); item >= 0 && same < 2;
            item = book.Amounts.After(item))
            same += book.Items[item].Open == row.Amount && book.Items[item].Currency == row.Currency ? 1 : 0;
        return same == 1;
    }

    // All that is named of one customer adds up, credit notes netted; first only what is named best, then with weaker namings.
    private bool ProposeNamedSum(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        if (row.NamedCount < 2) return false;
        for (var least = Strength.Reference; least >= Strength.Part; least--)
        {
            if (!Names(row, least)) continue;
            for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
            {
                if (namings[i].Strength < least || !IsFirstOfScope(row, i)) continue;
                if (least <= Strength.Part && Conflicts(row, namings[i].Item)) continue;
                if (ProposeSumOf(payment, book.Items[namings[i].Item].Scope, least, out proposal)) return true;
            }
        }
        return false;
    }

    private bool Names(in PaymentState row, Strength strength)
    {
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Strength == strength) return true;
        return false;
    }

    private bool ProposeSumOf(int payment, int scope, Strength least, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        Int128 open = 0;
        var (count, first, weakest, offers) = (0, -1, Strength.Reference, false);
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            ref readonly var naming = ref namings[i];
            if (naming.Strength < least || book.Items[naming.Item].Scope != scope) continue;
            if (!IsOpen(naming.Item)) return false;
            if (first < 0 || naming.Strength < weakest) (first, weakest) = (i, naming.Strength);
            open += Left(naming.Item);
            offers |= book.Items[naming.Item].HasDiscount;
            count++;
        }
        var isExact = open == row.Amount;
        if (count < 2 || (!isExact && (!offers || open - DiscountsOf(row, scope, least) != row.Amount))) return false;
        var start = allots.Count;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            ref readonly var naming = ref namings[i];
            if (naming.Strength < least || book.Items[naming.Item].Scope != scope) continue;
            var discount = isExact ? 0 : DiscountOn(naming.Item, row.Date);
            AddAllot(naming, Left(naming.Item) - discount, discount, 0);
        }
        proposal = isExact
            ? Propose(payment, start, RankOf(row, namings[first]), MatchOutcome.Full, EvidenceKind.ExactAmount,
                NamedConfidence(row, namings[first]))
            : Propose(payment, start, RankOf(row, namings[first]), MatchOutcome.Discounted, EvidenceKind.DiscountedAmount,
                NamedConfidence(row, namings[first]) - 50);
        return true;
    }

    // What is offered on all that is named of a customer, so well at least.
    private Int128 DiscountsOf(in PaymentState row, int scope, Strength least)
    {
        Int128 discounts = 0;
        foreach (ref readonly var naming in namings.AsSpan(row.NamedStart, row.NamedCount))
            if (naming.Strength >= least && book.Items[naming.Item].Scope == scope)
                discounts += DiscountOn(naming.Item, row.Date);
        return discounts;
    }

    // Two numbers of one customer stand for all his numbers between them, when the amount says so: INV-2026-0001 to
    // INV-2026-0009.
    private bool ProposeNamedRange(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        var (low, high) = (-1, -1);
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            if (namings[i].Strength != Strength.Number || Conflicts(row, namings[i].Item)) continue;
            if (low >= 0 && high >= 0) return false;
            (low, high) = low < 0 ? (i, -1) : (low, i);
        }
        if (high < 0 || book.Items[namings[low].Item].Scope != book.Items[namings[high].Item].Scope) return false;
        if (book.Items[namings[low].Item].NumberKey > book.Items[namings[high].Item].NumberKey) (low, high) = (high, low);
        var (from, to) = (book.Items[namings[low].Item].NumberKey, book.Items[namings[high].Item].NumberKey);
        if (to - from is < 2 or > MaxRange) return false;
        var (start, scope) = (allots.Count, book.Items[namings[low].Item].Scope);
        Int128 sum = 0;
        for (var key = from; key <= to; key++)
        {
            var chain = 0;
            for (var item = book.Numbers.First(key); item >= 0 && chain++ < MaxChain; item = book.Numbers.After(item))
            {
                steps++;
                if (book.Items[item].NumberKey != key || book.Items[item].Scope != scope || !IsOpen(item)) continue;
                sum += Left(item);
                var named = item == namings[high].Item ? namings[high] : namings[low];
                AddAllot(named with { Item = item, Kind = key == from || key == to ? named.Kind : EvidenceKind.PartialNumber },
                    Left(item), 0, 0);
            }
        }
        if (sum != row.Amount) return false;
        var part = namings[low] with { Strength = Strength.Part };
        proposal = Propose(payment, start, RankOf(row, part), MatchOutcome.Full, EvidenceKind.ExactAmount,
            NamedConfidence(row, part));
        return true;
    }

    private bool IsFirstOfScope(in PaymentState row, int at)
    {
        for (var i = row.NamedStart; i < at; i++)
            if (book.Items[namings[i].Item].Scope == book.Items[namings[at].Item].Scope
                && namings[i].Strength >= namings[at].Strength)
                return false;
        return true;
    }

    // Claims with amounts say everything: they hold when each finds its item and together they are the payment.
    private bool ProposeClaims(int payment, bool isWhole, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        var claims = row.ClaimCount;
        if (!row.HasClaimedAmounts || row.IsMisnamed) return false;
        var (start, weakest, isSettled, isDiscounted) = (allots.Count, -1, true, false);
        Int128 sum = 0;
        for (var claim = 1; claim <= claims; claim++)
        {
            var chosen = ChooseClaimed(row, claim);
            if (chosen < 0) return false;
            ref readonly var naming = ref namings[chosen];
            var (claimed, left) = (naming.Claimed, Left(naming.Item));
            if (claimed == 0 || Math.Sign(claimed) != Math.Sign(left) || Math.Abs(claimed) > Math.Abs(left)) return false;
            foreach (ref readonly var other in allots.AsSpan(start, allots.Count - start))
                if (other.Item == naming.Item) return false;
            var discount = left - claimed == DiscountOn(naming.Item, row.Date) ? left - claimed : 0;
            isDiscounted |= discount != 0;
            isSettled &= claimed + discount == left;
            if (weakest < 0 || naming.Strength < namings[weakest].Strength) weakest = chosen;
            sum += claimed;
            AddAllot(naming, claimed, discount, 0);
        }
        if (sum != row.Amount || (isWhole && !isSettled)) return false;
        var outcome = !isSettled ? MatchOutcome.Partial : isDiscounted ? MatchOutcome.Discounted : MatchOutcome.Full;
        var confidence = NamedConfidence(row, namings[weakest]) - (isSettled ? 0 : 150);
        proposal = Propose(payment, start, RankOf(row, namings[weakest]), outcome, EvidenceKind.ExactAmount, confidence);
        return true;
    }

    private int ChooseClaimed(in PaymentState row, int claim)
    {
        var best = -1;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            if (namings[i].Claim != claim || !IsOpen(namings[i].Item)) continue;
            if (best < 0)
            {
                best = i;
                continue;
            }
            if (!IsSameDocument(namings[best].Item, namings[i].Item)) return -1;
            var (isExact, wasExact) = (
                Left(namings[i].Item) == namings[i].Claimed,
                Left(namings[best].Item) == namings[best].Claimed);
            if (isExact != wasExact ? isExact : IsOlder(namings[i].Item, namings[best].Item)) best = i;
        }
        return best;
    }

    // Letters of another series before the digits: another document. A few other ones: it may be one.
    private bool IsOfAnother(ReadOnlySpan<char> before, int item, out bool isDoubtful)
    {
        var own = book.LettersOf(item);
        var letters = book.Series.LettersBefore(before, out var isHanging);
        isDoubtful = isHanging && own != 0 && own != letters;
        return letters is not (0 or NumberSeries.Unknown) && letters != own;
    }

    private bool ProposeNamedResidual(int payment, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        if (ProposeClaims(payment, isWhole: false, out proposal)) return true;
        if (row.IsMisnamed || row.NamedCount == 0) return false;
        var (best, bestRank) = (-1, 0);
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            if (!IsOpen(namings[i].Item) || Left(namings[i].Item) < 0) continue;
            var rank = RankOf(row, namings[i]) * 2 + (IsOld(row, namings[i].Item) ? 0 : 1);
            if (rank > bestRank) (best, bestRank) = (i, rank);
        }
        return best >= 0 && !Repeats(payment, namings[best].Item)
            && (ProposeNamedAcrossOver(payment, isLittle: true, out proposal)
                || ProposeDifference(payment, namings[best].Strength, best, out proposal)
                || ProposeNamedAcrossOver(payment, isLittle: false, out proposal));
    }

    // What is named best, of one customer: all of it is meant. The difference is a discount, a tolerated shortness, a part
    // payment, or too much.
    private bool ProposeDifference(int payment, Strength strength, int best, out Proposal proposal)
    {
        ref var row = ref rows[payment];
        proposal = default;
        var scope = book.Items[namings[best].Item].Scope;
        var (start, isOneDocument) = (allots.Count, true);
        Int128 open = 0, discounts = 0;
        for (var i = row.NamedStart; i < row.NamedStart + row.NamedCount; i++)
        {
            ref readonly var naming = ref namings[i];
            if (naming.Strength != strength || !IsOpen(naming.Item)) continue;
            if (IsOutweighed(row, best, naming.Item)) continue;
            if (book.Items[naming.Item].Scope != scope) return false;
            isOneDocument &= IsSameDocument(naming.Item, namings[best].Item);
            open += Left(naming.Item);
            discounts += DiscountOn(naming.Item, row.Date);
            AddAllot(naming, Left(naming.Item), 0, 0);
        }
        if (open <= 0 || open > Money.MaxMinorUnits) return false;
        var parts = allots.AsSpan(start, allots.Count - start);
        var (difference, rank, confidence) =
            ((long)open - row.Amount, RankOf(row, namings[best]), NamedConfidence(row, namings[best]));
        var isBacked = strength >= Strength.Claim || Agrees(row, namings[best].Item)
            || (strength == Strength.Number && !Conflicts(row, namings[best].Item));
        if (!isBacked) confidence = Math.Min(confidence, policy.ApplyAt - 1);
        if (difference > 0 && difference == discounts)
        {
            foreach (ref var part in parts) part.Cash -= part.Discount = DiscountOn(part.Item, row.Date);
            proposal = Propose(payment, start, rank, MatchOutcome.Discounted, EvidenceKind.DiscountedAmount, confidence - 50);
            return true;
        }
        var largest = Largest(parts);
        if (difference > 0 && difference <= policy.Tolerance((long)open, row.Currency) && parts[largest].Cash > difference)
        {
            (parts[largest].WriteOff, parts[largest].Cash) = (difference, parts[largest].Cash - difference);
            proposal = Propose(payment, start, rank, MatchOutcome.ShortWithinTolerance, EvidenceKind.AmountWithinTolerance,
                confidence - 100);
            return true;
        }
        var isFirm = IsFirm(row, namings[best]) && (difference >= 0 || strength >= Strength.Number)
            && (isOneDocument || (difference <= 0 && -difference <= policy.Tolerance((long)open, row.Currency)));
        var residual = isFirm ? confidence - 200 : Math.Min(confidence - 200, policy.ApplyAt - 1);
        if (difference > 0) KeepOldest(start, row.Amount);
        var outcome = difference > 0 ? MatchOutcome.Partial : difference < 0 ? MatchOutcome.Over : MatchOutcome.Full;
        proposal = Propose(payment, start, rank, outcome,
            difference == 0 ? EvidenceKind.ExactAmount : EvidenceKind.None, residual);
        return true;
    }

    /// <summary>
    /// True when the naming holds although the amount differs: the payer agrees, or nobody knows him and a reference names
    /// it.
    /// </summary>
    private bool IsFirm(in PaymentState row, in Naming naming)
    {
        if (Conflicts(row, naming.Item) || naming.IsDoubtful) return false;
        if (naming.Strength >= Strength.Claim) return true;
        var least = naming.Strength == Strength.Number ? LeastDigitsOfNumber : LeastDigitsOfPart;
        return naming.Length >= least && naming.Strength >= Strength.Part && row.Trust >= PayerTrust.Learned
            && Agrees(row, naming.Item);
    }

    // Beside what the payer owes, numbers of others and of items long past due are chance.
    private bool IsOutweighed(in PaymentState row, int best, int item) =>
        (Agrees(row, namings[best].Item) && !Agrees(row, item)) || (IsOld(row, item) && !IsOld(row, namings[best].Item));


    private static int Largest(ReadOnlySpan<Allot> parts)
    {
        var largest = 0;
        for (var i = 1; i < parts.Length; i++)
            if (parts[i].Cash > parts[largest].Cash) largest = i;
        return largest;
    }

    // Part of what is named: credit notes first, then the oldest until the money is used up.
    private void KeepOldest(int start, long amount)
    {
        var parts = allots.AsSpan(start, allots.Count - start);
        parts.Sort((a, b) => a.Item == b.Item ? 0 : IsOlder(a.Item, b.Item) ? -1 : 1);
        var (left, kept) = (amount, 0);
        foreach (ref readonly var part in parts)
            if (part.Cash < 0) left -= part.Cash;
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part.Cash > 0)
            {
                part.Cash = Math.Min(part.Cash, left);
                left -= part.Cash;
            }
            if (part.Cash != 0) parts[kept++] = part;
        }
        allots.Truncate(start + kept);
    }

    private int RankOf(in PaymentState row, in Naming naming) => (int)naming.Strength * 2 + (Agrees(row, naming.Item) ? 1 : 0);

    /// <summary>How sure a naming is when the amount agrees.</summary>
    private int NamedConfidence(in PaymentState row, in Naming naming)
    {
        var agrees = Agrees(row, naming.Item);
        return naming.Strength switch
        {
            Strength.Reference => agrees ? 9_999 : 9_980,
            Strength.Claim => agrees ? 9_995 : 9_950,
            Strength.Number => agrees ? 9_990 : Conflicts(row, naming.Item) ? 9_800 : 9_930,
            Strength.Part => agrees ? 9_950 : 9_800,
            _ => agrees ? 9_900 : 9_650,
        };
    }

    private void AddAllot(in Naming naming, long cash, long discount, long writeOff) => allots.Add(new()
    {
        Item = naming.Item, Start = naming.Start, Length = naming.Length, Kind = naming.Kind,
        Cash = cash, Discount = discount, WriteOff = writeOff,
    });

    private Proposal Propose(int payment, int start, int rank, MatchOutcome outcome, EvidenceKind amount, int confidence,
        int chance = 0) => new()
    {
        Payment = payment, AllotStart = start, AllotCount = allots.Count - start, Rank = rank, Outcome = outcome,
        AmountEvidence = amount, Confidence = Math.Clamp(confidence, 0, 10_000), Chance = chance,
        IsOfPayer = Agrees(rows[payment], allots[start].Item),
    };
}
