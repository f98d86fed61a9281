namespace OrderToCash.Primitives.Tests;

public sealed class ResultTests
{
    private static readonly ErrorCode Wrong = new("test.wrong", ErrorKind.Refused, "{thing} is wrong.", "Make it right.", retryable: true);
    private static readonly DomainError Error = Wrong.At("field", ("thing", "It"));

    [Fact]
    public void A_success_has_a_value_and_no_errors()
    {
        var result = Result.Success(1);
        Assert.True(result.IsSuccess && result.Errors.IsEmpty && result.TryGet(out var value, out _) && value == 1);
        Assert.Equal(2, result.Map(x => x + 1).Value);
        Assert.Equal(3, result.Bind(x => Result.Success(x + 2)).Value);
        Assert.Equal("1", result.Match(x => x.ToString(), _ => "failed"));
    }

    [Fact]
    public void A_failure_has_errors_and_no_value()
    {
        var result = Result.Failure<int>(Error);
        Assert.False(result.IsSuccess);
        Assert.Throws<InvalidOperationException>(() => result.Value);
        Assert.False(result.TryGet(out _, out var errors));
        Assert.Equal([Error], errors);
        Assert.Equal(errors, result.Map(x => x + 1).Errors);
        Assert.Equal(errors, result.Bind(x => Result.Success("never")).Errors);
        Assert.Equal("test.wrong", result.Match(_ => "", e => e[0].Code));
        Assert.Contains("It is wrong.", result.ToString());
        Assert.Throws<ArgumentException>(() => Result.Failure<int>([]));
    }

    [Fact]
    public void All_findings_are_kept()
    {
        var all = Result.All([Result.Success(1), Result.Failure<int>(Error), Result.Failure<int>(Error with { Target = "other" })]);
        Assert.Equal(["field", "other"], all.Errors.Select(e => e.Target!));
        Assert.Equal([1, 2], Result.All([Result.Success(1), Result.Success(2)]).Value);
        Assert.True(Result.Validated(1, []).IsSuccess);
        Assert.Equal(2, Result.Validated(1, [Error, Error]).Errors.Count);
    }

    [Fact]
    public void An_error_says_what_where_and_whether_again()
    {
        Assert.Equal("test.wrong at field: It is wrong.", Error.ToString());
        Assert.Equal("test.wrong: {thing} is wrong.", Wrong.With().ToString());
        Assert.Equal("lines[3].field", Error.Below("lines[3]").Target);
        Assert.Equal("lines[3]", (Error with { Target = null }).Below("lines[3]").Target);
        Assert.Equal(("It", null), (Error.Fact("thing"), Error.Fact("none")));
        Assert.True(Error.Retryable);
        StoredJson.Survives(Error);
        Assert.Throws<ArgumentException>(() => new ErrorCode("", ErrorKind.Invalid, "m", "r"));
        Assert.Throws<ArgumentException>(() => new ErrorCode("a.b", ErrorKind.Invalid, "m", " "));
    }

    [Fact]
    public void A_fact_that_looks_like_a_place_holder_is_not_filled_again() =>
        Assert.Equal("{b} and 2", new ErrorCode("a.b", ErrorKind.Invalid, "{a} and {b}", "r").With(("a", "{b}"), ("b", 2)).Message);

    [Fact]
    public void A_decision_folds_its_events()
    {
        var decision = Decision.Of<int, int>(1, (state, e) => state + e, 2, 3).Value;
        Assert.Equal(6, decision.State);
        Assert.Equal([2, 3], decision.Events);
        Assert.Empty(Decision.Of<int, int>(1, (state, e) => state + e).Value.Events);
        Assert.Equal(7, Decision.Born(7, "born").Value.State);
    }
}
