namespace OrderToCash.Receivables;

public sealed partial record OpenItem
{
    // Twice as much still fits into 64 bits.
    private const long MostOfShortWay = 1L << 60;

    /// <summary>
    /// The short way to <see cref="Check"/>, without a list and for most items in one pass: true only where it finds nothing.
    /// False says nothing: the item was revalued, recovered or written off, raised, taken back in part, or has something else
    /// that few have.
    /// </summary>
    internal bool IsSurelySound()
    {
        if (Amount.IsZero || IsDebit != IsOwedKind(Kind) || FunctionalAmount.Sign * Amount.Sign < 0) return false;
        if (!Revaluations.IsEmpty || !Recoveries.IsEmpty || Pledge is not null || BrokenOwnPart() is not null) return false;
        return Applications.IsEmpty || IsSurelySettledSoundly();
    }

    // All of them take something off and nothing was taken back, so that the open amount is lowest at the end.
    private bool IsSurelySettledSoundly()
    {
        var (open, functional) = (Amount.MinorUnits, FunctionalAmount.MinorUnits);
        if (Applications.Count > FewApplications || !IsOfShortWay(open) || !IsOfShortWay(functional)) return false;
        for (var i = 0; i < Applications.Count; i++)
        {
            var application = Applications[i];
            if (!application.IsPlain || application.Kind is ApplicationKind.Accrual or ApplicationKind.BadDebt) return false;
            if (!IsSound(application) || !IsFirst(i)) return false;
            open -= application.Amount.MinorUnits;
            functional -= application.FunctionalAmount.MinorUnits;
            if (Math.Sign(open) * Amount.Sign < 0 || Math.Sign(functional) * Amount.Sign < 0) return false;
        }
        return open != 0 || functional == 0;
    }

    private static bool IsOfShortWay(long minor) => minor is > -MostOfShortWay and < MostOfShortWay;
}
