namespace OrderToCash.Banking;

/// <summary>
/// A file read piece by piece: each piece is given when it is whole; why the file is refused, if it is, comes last.
/// </summary>
internal abstract class FileWalk<T>
    where T : notnull
{
    private readonly Queue<T> ready = new();
    private bool done;

    protected DomainError? Refusal { get; set; }

    /// <summary>The pieces, lazily; nothing is read before the first is asked for.</summary>
    public static IEnumerable<Result<T>> Results(Func<FileWalk<T>> open)
    {
        var walk = open();
        while (walk.Next(out var piece)) yield return Result.Success(piece);
        if (walk.Refusal is { } error) yield return Result.Failure<T>(error);
    }

    protected void Give(T piece) => ready.Enqueue(piece);

    /// <summary>Reads on; false at the end of the file, when what was open is given.</summary>
    protected abstract bool Step();

    /// <summary>The file is read no further: what is open is given with this finding.</summary>
    protected abstract void BreakOff(DomainError error);

    private bool Next([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T piece)
    {
        while (ready.Count == 0 && !done)
        {
            try
            {
                done = !Step();
            }
            catch (BankFileRefusedException e)
            {
                (done, Refusal) = (true, e.Error);
                BreakOff(e.Error);
            }
        }
        return ready.TryDequeue(out piece);
    }
}
